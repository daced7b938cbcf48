<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Squeeze Studio</source>
        <translation>Über Squeeze Studio</translation>
    </message>
    <message>
        <source>Free software: use it for any purpose, study how it works, share it and change it. It comes without any warranty. The models and firmware that you make with it are yours.</source>
        <translation>Freie Software: Sie dürfen sie für jeden Zweck nutzen, untersuchen, weitergeben und verändern. Es gibt keine Gewährleistung. Die Modelle und die Firmware, die Sie damit erstellen, gehören Ihnen.</translation>
    </message>
    <message>
        <source>Version {version} · license {licence}</source>
        <translation>Version {version} · Lizenz {licence}</translation>
    </message>
    <message>
        <source>Open-source components</source>
        <translation>Open-Source-Komponenten</translation>
    </message>
    <message>
        <source>License text</source>
        <translation>Lizenztext</translation>
    </message>
    <message>
        <source>This package does not include its license text. The name of the license is shown above.</source>
        <translation>Dieses Paket enthält seinen Lizenztext nicht. Der Name der Lizenz steht oben.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Accuracy</name>
    <message>
        <source>The 95 % confidence interval (Wilson): with other test images of the same kind, the accuracy is in a range like this 95 times out of 100.</source>
        <translation>Das 95-%-Konfidenzintervall (Wilson): Bei anderen Testbildern derselben Art liegt die Genauigkeit in 95 von 100 Fällen in einem solchen Bereich.</translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation>Noch nicht gemessen.</translation>
    </message>
    <message>
        <source>{accuracy} ({range}) on {images} held-out test images</source>
        <translation>{accuracy} ({range}) bei {images} zurückgehaltenen Testbildern</translation>
    </message>
    <message>
        <source>{range} on {images} held-out test images</source>
        <translation>{range} bei {images} zurückgehaltenen Testbildern</translation>
    </message>
    <message>
        <source>Estimated for new images like these: {accuracy} ({range}), by cross-validation on all {images} images.</source>
        <translation>Geschätzt für neue Bilder wie diese: {accuracy} ({range}), durch Kreuzvalidierung mit allen {images} Bildern.</translation>
    </message>
    <message>
        <source>This estimate uses the starting network; this run was trained from scratch.</source>
        <translation>Diese Schätzung verwendet das Startnetz; dieser Lauf wurde von Grund auf trainiert.</translation>
    </message>
    <message>
        <source>Expect less in other places: all images of {names} are from one burst.</source>
        <translation>An anderen Orten ist weniger zu erwarten: Alle Bilder von {names} stammen aus einer Serie.</translation>
    </message>
    <message>
        <source>Measured on {images} held-out test images.</source>
        <translation>Gemessen an {images} zurückgehaltenen Testbildern.</translation>
    </message>
    <message>
        <source>Same accuracy as before.</source>
        <translation>Gleiche Genauigkeit wie zuvor.</translation>
    </message>
    <message>
        <source>{points} points lower: not a significant difference.</source>
        <translation>{points} Punkte niedriger: kein signifikanter Unterschied.</translation>
    </message>
    <message>
        <source>{points} points higher: not a significant difference.</source>
        <translation>{points} Punkte höher: kein signifikanter Unterschied.</translation>
    </message>
    <message>
        <source>Accuracy is {points} points lower than before.</source>
        <translation>Die Genauigkeit ist {points} Punkte niedriger als zuvor.</translation>
    </message>
    <message>
        <source>Accuracy is {points} points higher than before.</source>
        <translation>Die Genauigkeit ist {points} Punkte höher als zuvor.</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>When it sees {name}:</source>
        <translation>Wenn es {name} sieht:</translation>
    </message>
    <message>
        <source>What happens when the board sees {name}</source>
        <translation>Was geschieht, wenn das Board {name} sieht</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>set pin high while seen</source>
        <translation>Pin auf High, solange gesehen</translation>
    </message>
    <message>
        <source>set pin high for a time</source>
        <translation>Pin auf High für eine Zeit</translation>
    </message>
    <message>
        <source>write a line of text</source>
        <translation>eine Textzeile schreiben</translation>
    </message>
    <message>
        <source>GPIO {pin}</source>
        <translation>GPIO {pin}</translation>
    </message>
    <message>
        <source>GPIO {pin}: {use}</source>
        <translation>GPIO {pin}: {use}</translation>
    </message>
    <message>
        <source>Pin for {name}</source>
        <translation>Pin für {name}</translation>
    </message>
    <message>
        <source>A pin supplies 3.3 V and a few milliamperes: enough for an LED or a relay module&apos;s input.</source>
        <translation>Ein Pin liefert 3,3 V und einige Milliampere: genug für eine LED oder den Eingang eines Relaismoduls.</translation>
    </message>
    <message>
        <source>Seconds for {name}</source>
        <translation>Sekunden für {name}</translation>
    </message>
    <message>
        <source>Text, such as: {name}</source>
        <translation>Text, zum Beispiel: {name}</translation>
    </message>
    <message>
        <source>Line for {name}</source>
        <translation>Zeile für {name}</translation>
    </message>
    <message>
        <source>Written on the board&apos;s serial port, 115200 baud, each time it appears.</source>
        <translation>Wird jedes Mal, wenn die Klasse erscheint, auf den seriellen Anschluss des Boards geschrieben, mit 115200 Baud.</translation>
    </message>
    <message>
        <source>at least </source>
        <translation>mindestens </translation>
    </message>
    <message>
        <source>Probability from which on the class counts as seen. An answer that is not sure never does.</source>
        <translation>Wahrscheinlichkeit, ab der die Klasse als gesehen gilt. Eine unsichere Antwort zählt nie.</translation>
    </message>
    <message>
        <source>Threshold for {name}</source>
        <translation>Schwelle für {name}</translation>
    </message>
    <message>
        <source> in a row</source>
        <translation>-mal in Folge</translation>
    </message>
    <message>
        <source>How many images in a row have to show the class.</source>
        <translation>Wie viele Bilder in Folge die Klasse zeigen müssen.</translation>
    </message>
    <message>
        <source>Times in a row for {name}</source>
        <translation>Wie oft in Folge für {name}</translation>
    </message>
</context>
<context>
    <name>ActionTable</name>
    <message>
        <source>When it sees…</source>
        <translation>Wenn es etwas sieht…</translation>
    </message>
    <message>
        <source>The board does this by itself, also without a computer.</source>
        <translation>Das macht das Board selbst, auch ohne Computer.</translation>
    </message>
    <message>
        <source>When it sees… ({count})</source>
        <translation>Wenn es etwas sieht… ({count})</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>Is it a data cable?</source>
        <translation>Ist es ein Datenkabel?</translation>
    </message>
    <message>
        <source>Many cables only charge. Try the cable of a phone or a camera, without a hub.</source>
        <translation>Viele Kabel laden nur. Versuchen Sie das Kabel eines Handys oder einer Kamera, ohne Hub.</translation>
    </message>
    <message>
        <source>Is the driver of the board&apos;s USB adapter installed?</source>
        <translation>Ist der Treiber für den USB-Adapter des Boards installiert?</translation>
    </message>
    <message>
        <source>Is another program using the port?</source>
        <translation>Benutzt ein anderes Programm den Anschluss?</translation>
    </message>
    <message>
        <source>Close serial monitors, the Arduino IDE and other programs that use the board.</source>
        <translation>Schließen Sie serielle Monitore, die Arduino-IDE und andere Programme, die das Board benutzen.</translation>
    </message>
    <message>
        <source>Windows may need a driver: look for CP210x (Silicon Labs) or CH340 (WCH) in the Device Manager.</source>
        <translation>Windows braucht vielleicht einen Treiber: Suchen Sie im Geräte-Manager nach CP210x (Silicon Labs) oder CH340 (WCH).</translation>
    </message>
    <message>
        <source>macOS includes drivers for CP210x and newer CH34x adapters. For older ones, install the manufacturer&apos;s driver.</source>
        <translation>macOS enthält Treiber für CP210x und neuere CH34x-Adapter. Installieren Sie für ältere den Treiber des Herstellers.</translation>
    </message>
    <message>
        <source>Linux includes drivers for all common adapters. On Ubuntu, &apos;brltty&apos; claims CH340 adapters: remove it.</source>
        <translation>Linux enthält Treiber für alle üblichen Adapter. Unter Ubuntu beansprucht &apos;brltty&apos; CH340-Adapter für sich: Entfernen Sie es.</translation>
    </message>
    <message>
        <source>Does your account have access to the port?</source>
        <translation>Hat Ihr Konto Zugriff auf den Anschluss?</translation>
    </message>
    <message>
        <source>On Windows, every account has access. Nothing to do.</source>
        <translation>Unter Windows hat jedes Konto Zugriff. Es ist nichts zu tun.</translation>
    </message>
</context>
<context>
    <name>AnswerBars</name>
    <message>
        <source>What the board sees</source>
        <translation>Was das Board sieht</translation>
    </message>
    <message>
        <source>Not sure: {answers}</source>
        <translation>Nicht sicher: {answers}</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>richtig</translation>
    </message>
</context>
<context>
    <name>AnswerTable</name>
    <message>
        <source>Answers of the models</source>
        <translation>Antworten der Modelle</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>BitsChooser</name>
    <message>
        <source>Bits per weight</source>
        <translation>Bits je Gewicht</translation>
    </message>
    <message>
        <source>expected final size</source>
        <translation>voraussichtliche Endgröße</translation>
    </message>
    <message>
        <source>A bit is a 0 or a 1. Each extra bit doubles the number of values that a weight can have.</source>
        <translation>Ein Bit ist eine 0 oder eine 1. Jedes weitere Bit verdoppelt die Zahl der Werte, die ein Gewicht haben kann.</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>for most layers. The first and the last layer keep 8 bits.</source>
        <translation>für die meisten Schichten. Die erste und die letzte behalten 8 Bits.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln Wert</numerusform>
            <numerusform>%Ln Werte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bit(s)</source>
        <translation>
            <numerusform>%Ln Bit</numerusform>
            <numerusform>%Ln Bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BitsLine</name>
    <message>
        <source>Entropy is the lower limit, in bits per value, for any code that encodes values one by one.</source>
        <translation>Die Entropie ist die untere Grenze, in Bits je Wert, für jeden Code, der Werte einzeln codiert.</translation>
    </message>
    <message>
        <source>{mean} bits per value with this code. Lower limit (entropy): {entropy}. Uncoded: 8.</source>
        <translation>{mean} Bits je Wert mit diesem Code. Untere Grenze (Entropie): {entropy}. Uncodiert: 8.</translation>
    </message>
</context>
<context>
    <name>BoardCamera</name>
    <message>
        <source>The board has no model that works, and without one its camera is off. Flash a finished model on the page Board, and try again.</source>
        <translation>Das Board hat kein Modell, das läuft, und ohne Modell ist seine Kamera aus. Flashen Sie auf der Seite „Board“ ein fertiges Modell, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This board has no camera, or its camera does not answer. Check the camera&apos;s cable, or connect a board that has a camera, and try again.</source>
        <translation>Dieses Board hat keine Kamera, oder sie antwortet nicht. Prüfen Sie das Kabel der Kamera, oder schließen Sie ein Board mit Kamera an, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>If the board has other firmware, flash it on the page Board.</source>
        <translation>Wenn das Board eine andere Firmware hat, flashen Sie es auf der Seite „Board“.</translation>
    </message>
    <message>
        <source>The connection to the board ended unexpectedly. Try again.</source>
        <translation>Die Verbindung zum Board ist unerwartet abgebrochen. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The connection to the board was closed. Try again.</source>
        <translation>Die Verbindung zum Board wurde getrennt. Versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>The model is not finished yet.</source>
        <translation>Das Modell ist noch nicht fertig.</translation>
    </message>
    <message>
        <source>Choose another board</source>
        <translation>Anderes Board wählen</translation>
    </message>
    <message>
        <source>Drop images here to send them to the board</source>
        <translation>Bilder hier ablegen, um sie an das Board zu senden</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Flash and run</source>
        <translation>Flashen und starten</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Busy: wait until the current task is finished.</source>
        <translation>Beschäftigt: Warten Sie, bis die laufende Aufgabe fertig ist.</translation>
    </message>
    <message>
        <source>Choose the type of your board first.</source>
        <translation>Wählen Sie zuerst den Typ Ihres Boards.</translation>
    </message>
    <message>
        <source>The model has changed since you flashed it.</source>
        <translation>Das Modell hat sich geändert, seit Sie es geflasht haben.</translation>
    </message>
    <message>
        <source>{board} was removed from your boards.</source>
        <translation>{board} wurde aus Ihren Boards entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Choose the type of your board to see what will be written.</source>
        <translation>Wählen Sie den Typ Ihres Boards, um zu sehen, was geschrieben wird.</translation>
    </message>
    <message>
        <source>This run was made for the board {board}, which is not in the list any more. Choose another board, or describe this one again under the same name.</source>
        <translation>Dieser Lauf wurde für das Board {board} gemacht, das nicht mehr in der Liste steht. Wählen Sie ein anderes Board, oder beschreiben Sie dieses noch einmal unter demselben Namen.</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Report saved to {path}.</source>
        <translation>Bericht gespeichert: {path}.</translation>
    </message>
    <message>
        <source>The task ended unexpectedly.</source>
        <translation>Die Aufgabe wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>Your run is unchanged, and you can flash the board again.</source>
        <translation>Ihr Lauf ist unverändert, und Sie können das Board erneut flashen.</translation>
    </message>
    <message>
        <source>Flash again</source>
        <translation>Erneut flashen</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>Exportiert nach {path}.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>BuildOutput</name>
    <message>
        <source>Output of the build</source>
        <translation>Ausgabe des Builds</translation>
    </message>
    <message>
        <source>{time} of about {expected}</source>
        <translation>{time} von etwa {expected}</translation>
    </message>
</context>
<context>
    <name>Bytes</name>
    <message>
        <source>Coded weights</source>
        <translation>Codierte Gewichte</translation>
    </message>
    <message>
        <source>Code tables</source>
        <translation>Codetabellen</translation>
    </message>
    <message>
        <source>Uncompressed weights</source>
        <translation>Unkomprimierte Gewichte</translation>
    </message>
    <message>
        <source>DECODE operators</source>
        <translation>DECODE-Operatoren</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>Biaswerte</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>Skalen</translation>
    </message>
    <message>
        <source>Other values</source>
        <translation>Andere Werte</translation>
    </message>
    <message>
        <source>Names and metadata</source>
        <translation>Namen und Metadaten</translation>
    </message>
    <message>
        <source>File structure</source>
        <translation>Dateistruktur</translation>
    </message>
    <message>
        <source>{purpose}: {after}, before {before}</source>
        <translation>{purpose}: {after}, vorher {before}</translation>
    </message>
    <message>
        <source>{layer}: {after}, before {before}</source>
        <translation>{layer}: {after}, vorher {before}</translation>
    </message>
</context>
<context>
    <name>CameraChoice</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Try the camera again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Connecting to the board…</source>
        <translation>Verbindung zum Board wird hergestellt…</translation>
    </message>
    <message>
        <source>Starting the camera…</source>
        <translation>Kamera wird gestartet…</translation>
    </message>
    <message>
        <source>Board: {name}</source>
        <translation>Board: {name}</translation>
    </message>
    <message>
        <source>You can add files to each class instead.</source>
        <translation>Sie können stattdessen jeder Klasse Dateien hinzufügen.</translation>
    </message>
    <message>
        <source>You can choose another camera below, or add files to each class.</source>
        <translation>Sie können unten eine andere Kamera wählen oder jeder Klasse Dateien hinzufügen.</translation>
    </message>
</context>
<context>
    <name>CameraView</name>
    <message>
        <source>Camera image</source>
        <translation>Kamerabild</translation>
    </message>
</context>
<context>
    <name>CapturePanel</name>
    <message>
        <source>Name the things that you want to tell apart, for example cup and phone.</source>
        <translation>Benennen Sie die Dinge, die unterschieden werden sollen, zum Beispiel Tasse und Telefon.</translation>
    </message>
    <message>
        <source>Move the object, turn it, and change light and background. {count} photos per class are enough to begin: {name} has {now}.</source>
        <translation>Bewegen und drehen Sie den Gegenstand, und ändern Sie Licht und Hintergrund. {count} Fotos pro Klasse genügen für den Anfang: {name} hat {now}.</translation>
    </message>
    <message>
        <source>That is enough to begin. Photos from another place or day make the model better.</source>
        <translation>Das genügt für den Anfang. Fotos von einem anderen Ort oder Tag verbessern das Modell.</translation>
    </message>
    <message>
        <source>Add a class</source>
        <translation>Klasse hinzufügen</translation>
    </message>
    <message>
        <source>Change folder…</source>
        <translation>Ordner ändern…</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>Ordner: {folder}</translation>
    </message>
    <message>
        <source>Empty folder for the photos</source>
        <translation>Leerer Ordner für die Fotos</translation>
    </message>
    <message>
        <source>Images ({patterns})</source>
        <translation>Bilder ({patterns})</translation>
    </message>
    <message>
        <source>Photos of {name}</source>
        <translation>Fotos von {name}</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Images whose prediction changed</source>
        <translation>Bilder, deren Vorhersage sich geändert hat</translation>
    </message>
    <message>
        <source>No prediction changed on the {images} test images.</source>
        <translation>Bei den {images} Testbildern hat sich keine Vorhersage geändert.</translation>
    </message>
    <message>
        <source>{count} of {images} predictions changed. Now correct: {right}. Now wrong: {wrong}. Still wrong: {other}.</source>
        <translation>{count} von {images} Vorhersagen haben sich geändert. Jetzt richtig: {right}. Jetzt falsch: {wrong}. Weiterhin falsch: {other}.</translation>
    </message>
    <message>
        <source>{image}: {is_class}. Prediction before: {before} ({before_share}), now: {after} ({after_share}).</source>
        <translation>{image}: {is_class}. Vorhersage vorher: {before} ({before_share}), jetzt: {after} ({after_share}).</translation>
    </message>
    <message>
        <source>now: {name}</source>
        <translation>jetzt: {name}</translation>
    </message>
    <message>
        <source>before: {name}</source>
        <translation>vorher: {name}</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Save and more</source>
        <translation>Speichern und mehr</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Save as image (PNG)…</source>
        <translation>Als Bild speichern (PNG)…</translation>
    </message>
    <message>
        <source>Save as vector graphic (SVG)…</source>
        <translation>Als Vektorgrafik speichern (SVG)…</translation>
    </message>
    <message>
        <source>Save data (CSV)…</source>
        <translation>Daten speichern (CSV)…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>ChooseView</name>
    <message>
        <source>{board}: {chip} with {size} of flash</source>
        <translation>{board}: {chip} mit {size} Flash</translation>
    </message>
    <message>
        <source>Which board do you have?</source>
        <translation>Welches Board haben Sie?</translation>
    </message>
    <message>
        <source>The board type determines memory, camera and LEDs. A different chip is detected before anything is written.</source>
        <translation>Der Board-Typ legt Speicher, Kamera und LEDs fest. Ein anderer Chip wird erkannt, bevor etwas geschrieben wird.</translation>
    </message>
    <message>
        <source>Choose a board</source>
        <translation>Board wählen</translation>
    </message>
    <message>
        <source>Another type of board…</source>
        <translation>Anderer Board-Typ…</translation>
    </message>
    <message>
        <source>Describe a board by its chip, its memory and its camera.</source>
        <translation>Ein Board durch Chip, Speicher und Kamera beschreiben.</translation>
    </message>
    <message>
        <source>Change this board…</source>
        <translation>Dieses Board ändern…</translation>
    </message>
    <message>
        <source>Remove this board</source>
        <translation>Dieses Board entfernen</translation>
    </message>
    <message>
        <source>Removes it from your own boards. This can be undone.</source>
        <translation>Entfernt es aus Ihren eigenen Boards. Das kann rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Rewrite everything</source>
        <translation>Alles neu schreiben</translation>
    </message>
    <message>
        <source>By default, only the model is written to a board that already has this program&apos;s firmware.</source>
        <translation>Normalerweise wird auf ein Board, das die Firmware dieses Programms schon hat, nur das Modell geschrieben.</translation>
    </message>
    <message>
        <source>Slow, reliable mode (115200 baud)</source>
        <translation>Langsamer, zuverlässiger Modus (115200 Baud)</translation>
    </message>
    <message>
        <source>For long cables and hubs.</source>
        <translation>Für lange Kabel und Hubs.</translation>
    </message>
    <message>
        <source>Use the ROM loader (no flasher stub)</source>
        <translation>ROM-Lader verwenden (ohne Flasher-Stub)</translation>
    </message>
    <message>
        <source>Slower. Works with some boards on which the flasher stub fails.</source>
        <translation>Langsamer. Funktioniert mit manchen Boards, bei denen der Flasher-Stub versagt.</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>Memory that keeps its content without power.</source>
        <translation>Speicher, der seinen Inhalt ohne Strom behält.</translation>
    </message>
    <message>
        <source>Preparing the list…</source>
        <translation>Die Liste wird vorbereitet…</translation>
    </message>
    <message>
        <source>It fits: {flash} of the model partition, {memory} of the memory, about {time} per image.</source>
        <translation>Es passt: {flash} der Modellpartition, {memory} des Speichers, etwa {time} je Bild.</translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>Accuracy by class, lowest first</source>
        <translation>Genauigkeit je Klasse, niedrigste zuerst</translation>
    </message>
    <message>
        <source>no test images</source>
        <translation>keine Testbilder</translation>
    </message>
    <message>
        <source>{name}: {right} of {images} test images correct.</source>
        <translation>{name}: {right} von {images} Testbildern richtig.</translation>
    </message>
    <message>
        <source>Before: {share}.</source>
        <translation>Vorher: {share}.</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>excluded</source>
        <translation>ausgeschlossen</translation>
    </message>
</context>
<context>
    <name>ClassRow</name>
    <message>
        <source>Name of class {number}</source>
        <translation>Name der Klasse {number}</translation>
    </message>
    <message>
        <source>Hold to take photos</source>
        <translation>Gedrückt halten</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Add to this class</source>
        <translation>Zu dieser Klasse hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeHistogram</name>
    <message>
        <source>Frequency of each value</source>
        <translation>Häufigkeit jedes Werts</translation>
    </message>
    <message>
        <source>{number}: {weights} ({share}), code length {bits}</source>
        <translation>{number}: {weights} ({share}), Codelänge {bits}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln weight(s)</source>
        <translation>
            <numerusform>%Ln Gewicht</numerusform>
            <numerusform>%Ln Gewichte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bit(s)</source>
        <translation>
            <numerusform>%Ln Bit</numerusform>
            <numerusform>%Ln Bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeIdea</name>
    <message>
        <source>Frequent values get short codes, rare values get long codes.</source>
        <translation>Häufige Werte bekommen kurze Codes, seltene lange.</translation>
    </message>
    <message>
        <source>Like Morse code, in which the frequent letter E is a single dot.</source>
        <translation>Wie im Morsealphabet: Das häufige E ist ein einziger Punkt.</translation>
    </message>
    <message>
        <source>frequency</source>
        <translation>Häufigkeit</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>CodesView</name>
    <message>
        <source>Each bar is one value of the quantized weights. The label is the length of its code in bits.</source>
        <translation>Jeder Balken ist ein Wert der quantisierten Gewichte. Die Beschriftung ist die Länge seines Codes in Bits.</translation>
    </message>
    <message>
        <source>Code table</source>
        <translation>Codetabelle</translation>
    </message>
    <message>
        <source>Layers with similar value frequencies share a code table when that saves bytes.</source>
        <translation>Schichten mit ähnlichen Häufigkeiten teilen sich eine Codetabelle, wenn das Bytes spart.</translation>
    </message>
    <message>
        <source>Not coded: {weights}</source>
        <translation>Nicht codiert: {weights}</translation>
    </message>
    <message>
        <source>Code {number}: {layers}, {weights}</source>
        <translation>Code {number}: {layers}, {weights}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s)</source>
        <translation>
            <numerusform>%Ln Schicht</numerusform>
            <numerusform>%Ln Schichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln weight(s)</source>
        <translation>
            <numerusform>%Ln Gewicht</numerusform>
            <numerusform>%Ln Gewichte</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few weights: a code table would cost more bytes than it saves.</source>
        <translation>Zu wenige Gewichte: Eine Codetabelle würde mehr Bytes kosten, als sie spart.</translation>
    </message>
    <message>
        <source>{payload} of codes and {table} for the code table. Both are part of the file size.</source>
        <translation>{payload} Codes und {table} für die Codetabelle. Beides ist in der Dateigröße enthalten.</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Compare two runs</source>
        <translation>Zwei Läufe vergleichen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Training curves</source>
        <translation>Trainingskurven</translation>
    </message>
    <message>
        <source>Different settings</source>
        <translation>Unterschiedliche Einstellungen</translation>
    </message>
    <message>
        <source>These runs have different test images. Their accuracies cannot be compared.</source>
        <translation>Diese Läufe haben verschiedene Testbilder. Ihre Genauigkeiten lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>{points} points apart: not a significant difference.</source>
        <translation>{points} Punkte Abstand: kein signifikanter Unterschied.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is {points} points more accurate: a significant difference.</source>
        <translation>„{name}“ ist um {points} Punkte genauer: ein signifikanter Unterschied.</translation>
    </message>
    <message>
        <source>None: same settings.</source>
        <translation>Keine: gleiche Einstellungen.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>ComputerCamera</name>
    <message>
        <source>Qt Multimedia cannot be loaded. On Debian and Ubuntu, install the package libpulse0.</source>
        <translation>Qt Multimedia lässt sich nicht laden. Installieren Sie unter Debian und Ubuntu das Paket libpulse0.</translation>
    </message>
    <message>
        <source>The system does not let this program use the camera. Allow it in the privacy settings of the system, and try again.</source>
        <translation>Das System erlaubt diesem Programm die Kamera nicht. Erlauben Sie sie in den Datenschutzeinstellungen des Systems, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This computer has no camera. Connect one, and try again.</source>
        <translation>Dieser Computer hat keine Kamera. Schließen Sie eine an, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The camera was unplugged. Connect it, and try again.</source>
        <translation>Die Kamera wurde getrennt. Schließen Sie sie an, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Another program may be using the camera: close it, and try again.</source>
        <translation>Vielleicht verwendet ein anderes Programm die Kamera: Schließen Sie es, und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>ConfusionCells</name>
    <message>
        <source>{name}: {count} of {total} images correct ({share}).</source>
        <translation>{name}: {count} von {total} Bildern richtig ({share}).</translation>
    </message>
    <message>
        <source>{name}: {count} of {total} images classified as {taken} ({share}).</source>
        <translation>{name}: {count} von {total} Bildern als {taken} klassifiziert ({share}).</translation>
    </message>
    <message>
        <source>No image was assigned to a wrong class.</source>
        <translation>Kein Bild wurde einer falschen Klasse zugeordnet.</translation>
    </message>
    <message>
        <source>Most frequent confusion: {sentence}</source>
        <translation>Häufigste Verwechslung: {sentence}</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Rows: true class. Columns: predicted class.</source>
        <translation>Zeilen: wahre Klasse. Spalten: vorhergesagte Klasse.</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln Epoche</numerusform>
            <numerusform>%Ln Epochen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Drop other photos here</source>
        <translation>Andere Fotos hier ablegen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Images, findings, preview</source>
        <translation>Bilder, Befunde, Vorschau</translation>
    </message>
    <message>
        <source>Map…</source>
        <translation>Karte …</translation>
    </message>
    <message>
        <source>See which images look alike, and which labels are likely wrong.</source>
        <translation>Zeigt, welche Bilder sich ähneln und welche Labels wahrscheinlich falsch sind.</translation>
    </message>
    <message>
        <source>Other photos</source>
        <translation>Andere Fotos</translation>
    </message>
    <message>
        <source>Take more of these photos…</source>
        <translation>Mehr solche Fotos aufnehmen…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>Archiv…</translation>
    </message>
    <message>
        <source>Take photos…</source>
        <translation>Fotografieren…</translation>
    </message>
    <message>
        <source>Sample scenes</source>
        <translation>Beispielszenen</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Scanning the images…</source>
        <translation>Die Bilder werden geprüft…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln Klasse</numerusform>
            <numerusform>%Ln Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>{images}. Making the model takes about {time}.</source>
        <translation>{images}. Das Modell zu erstellen dauert etwa {time}.</translation>
    </message>
    <message>
        <source>Fix it under Findings, or add images to your folder and scan again.</source>
        <translation>Beheben Sie es unter „Befunde“, oder legen Sie Bilder in Ihren Ordner und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>Use these photos</source>
        <translation>Diese Fotos verwenden</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>Ergebnis zeigen</translation>
    </message>
    <message>
        <source>Not all images were scanned.</source>
        <translation>Nicht alle Bilder wurden geprüft.</translation>
    </message>
    <message>
        <source>Undo the change</source>
        <translation>Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Findings ({count})</source>
        <translation>Befunde ({count})</translation>
    </message>
    <message>
        <source>Step by step…</source>
        <translation>Schritt für Schritt…</translation>
    </message>
    <message>
        <source>Choose settings, and do Train, Prune, Quantize and Huffman one by one.</source>
        <translation>Einstellungen wählen und Trainieren, Ausdünnen, Quantisieren und Huffman einzeln ausführen.</translation>
    </message>
    <message>
        <source>Does all steps: train, prune, quantize and Huffman-code the network.</source>
        <translation>Erledigt alle Schritte: das Netz trainieren, ausdünnen, quantisieren und Huffman-codieren.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Show findings</source>
        <translation>Befunde zeigen</translation>
    </message>
</context>
<context>
    <name>DoingView</name>
    <message>
        <source>The board writes: {line}</source>
        <translation>Das Board schreibt: {line}</translation>
    </message>
    <message>
        <source>GPIO {pin}: high</source>
        <translation>GPIO {pin}: High</translation>
    </message>
    <message>
        <source>GPIO {pin}: low</source>
        <translation>GPIO {pin}: Low</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>One subfolder per class. Zip and tar archives work, too.</source>
        <translation>Ein Unterordner je Klasse. Zip- und tar-Archive gehen auch.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Choose an archive…</source>
        <translation>Archiv wählen…</translation>
    </message>
    <message>
        <source>Drop a folder or archive here</source>
        <translation>Ordner oder Archiv ablegen</translation>
    </message>
    <message>
        <source>Drop a folder or an archive with photos here</source>
        <translation>Ordner oder Archiv mit Fotos hier ablegen</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>Archiv…</translation>
    </message>
</context>
<context>
    <name>EpochFigures</name>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>One epoch is one pass through all training images.</source>
        <translation>Eine Epoche ist ein Durchgang durch alle Trainingsbilder.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Noch</translation>
    </message>
    <message>
        <source>An estimate from the progress so far.</source>
        <translation>Eine Schätzung aus dem bisherigen Fortschritt.</translation>
    </message>
    <message>
        <source>Continues with epoch {epoch} of {epochs}.</source>
        <translation>Setzt mit Epoche {epoch} von {epochs} fort.</translation>
    </message>
    <message>
        <source>{epoch} of {epochs}</source>
        <translation>{epoch} von {epochs}</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Add images to its folder, or remove the folder.</source>
        <translation>Legen Sie Bilder in ihren Ordner, oder entfernen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Building the firmware failed while {doing}.</source>
        <translation>Das Bauen der Firmware ist fehlgeschlagen ({doing}).</translation>
    </message>
    <message>
        <source>Change it and try again.</source>
        <translation>Ändern Sie sie und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Change its permissions, or copy the images to a folder of your own.</source>
        <translation>Ändern Sie die Zugriffsrechte, oder kopieren Sie die Bilder in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Check the cable, connect the board again, then try again.</source>
        <translation>Prüfen Sie das Kabel, schließen Sie das Board neu an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Check the path, or choose the folder or archive with your images again.</source>
        <translation>Prüfen Sie den Pfad, oder wählen Sie den Ordner oder das Archiv mit Ihren Bildern neu.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>Choose another folder for the results, or change its permissions.</source>
        <translation>Wählen Sie einen anderen Ordner für die Ergebnisse, oder ändern Sie seine Zugriffsrechte.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>Wählen Sie eines von: {known}.</translation>
    </message>
    <message>
        <source>Choose the bundle for your board.</source>
        <translation>Wählen Sie das Paket für Ihr Board.</translation>
    </message>
    <message>
        <source>Close serial monitors and other programs that may have it open, then try again.</source>
        <translation>Schließen Sie serielle Monitore und andere Programme, die ihn geöffnet haben könnten, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Flash the board again, firmware and model.</source>
        <translation>Flashen Sie das Board neu, Firmware und Modell.</translation>
    </message>
    <message>
        <source>Flash the board&apos;s firmware again with this program.</source>
        <translation>Flashen Sie die Firmware des Boards neu mit diesem Programm.</translation>
    </message>
    <message>
        <source>Flash this model to the board, then try again.</source>
        <translation>Flashen Sie dieses Modell auf das Board und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Flashing the board on {port} failed while {doing}.</source>
        <translation>Das Flashen des Boards an {port} ist fehlgeschlagen ({doing}).</translation>
    </message>
    <message>
        <source>Put JPEG, PNG, BMP, GIF or WebP images into one subfolder per class.</source>
        <translation>Legen Sie JPEG-, PNG-, BMP-, GIF- oder WebP-Bilder in einen Unterordner je Klasse.</translation>
    </message>
    <message>
        <source>Rename its folder.</source>
        <translation>Benennen Sie ihren Ordner um.</translation>
    </message>
    <message>
        <source>Rename the file or folder, and try again.</source>
        <translation>Benennen Sie die Datei oder den Ordner um, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Run the earlier stage first (--from {needed}).</source>
        <translation>Führen Sie zuerst den früheren Schritt aus (--from {needed}).</translation>
    </message>
    <message>
        <source>TensorFlow Lite Micro does not say how much memory it needs</source>
        <translation>TensorFlow Lite Micro gibt nicht an, wie viel Arbeitsspeicher es braucht</translation>
    </message>
    <message>
        <source>The Huffman-coded model is not identical to the int8 model: {reason}.</source>
        <translation>Das Huffman-codierte Modell ist nicht gleich dem int8-Modell: {reason}.</translation>
    </message>
    <message>
        <source>The board does not answer ({waited}).</source>
        <translation>Das Board antwortet nicht ({waited}).</translation>
    </message>
    <message>
        <source>The board reports: {sentence}.</source>
        <translation>Das Board meldet: {sentence}.</translation>
    </message>
    <message>
        <source>The class &apos;{name}&apos; has no readable image.</source>
        <translation>Die Klasse „{name}“ hat kein lesbares Bild.</translation>
    </message>
    <message>
        <source>The disk is full: {path} could not be written.</source>
        <translation>Der Datenträger ist voll: {path} konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The list of images in {path} cannot be read.</source>
        <translation>Die Liste der Bilder in {path} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The name {path} is too long for this system.</source>
        <translation>Der Name {path} ist für dieses System zu lang.</translation>
    </message>
    <message>
        <source>The images in {path} are not in class folders.</source>
        <translation>Die Bilder in {path} liegen nicht in Klassenordnern.</translation>
    </message>
    <message>
        <source>There is no board called {board}.</source>
        <translation>Es gibt kein Board namens {board}.</translation>
    </message>
    <message>
        <source>There is no class &apos;{name}&apos; in the data.</source>
        <translation>Es gibt in den Daten keine Klasse „{name}“.</translation>
    </message>
    <message>
        <source>There is no model file at {path}.</source>
        <translation>Bei {path} ist keine Modelldatei.</translation>
    </message>
    <message>
        <source>There is no serial port {port}.</source>
        <translation>Es gibt keinen seriellen Anschluss {port}.</translation>
    </message>
    <message>
        <source>There is nothing at {path}.</source>
        <translation>Bei {path} ist nichts.</translation>
    </message>
    <message>
        <source>Unpack it yourself with the password, and choose the folder.</source>
        <translation>Entpacken Sie es selbst mit dem Kennwort, und wählen Sie den Ordner.</translation>
    </message>
    <message>
        <source>{advice}</source>
        <translation>{advice}</translation>
    </message>
    <message>
        <source>{command}</source>
        <translation>{command}</translation>
    </message>
    <message>
        <source>{name} does not fit into the flash: it needs {needed}, and there is room for {available}.</source>
        <translation>{name} passt nicht in den Flash: nötig {needed}, Platz für {available}.</translation>
    </message>
    <message>
        <source>{path} cannot be read as the record of a run.</source>
        <translation>{path} kann nicht als Protokoll eines Laufs gelesen werden.</translation>
    </message>
    <message>
        <source>{path} cannot be used as the name of a file or folder ({reason}).</source>
        <translation>{path} kann kein Name einer Datei oder eines Ordners sein ({reason}).</translation>
    </message>
    <message>
        <source>{path} is not a firmware bundle ({reason}).</source>
        <translation>{path} ist kein Firmware-Paket ({reason}).</translation>
    </message>
    <message>
        <source>&apos;squeeze data&apos; lists the classes. To name an image, use its path in the data, with &apos;/&apos;.</source>
        <translation>&apos;squeeze data&apos; listet die Klassen auf. Ein Bild benennen Sie mit seinem Pfad in den Daten, mit &apos;/&apos;.</translation>
    </message>
    <message>
        <source>&apos;{camera}&apos; is neither a board whose camera is known nor a pin of a camera.</source>
        <translation>„{camera}“ ist weder ein Board mit bekannter Kamera noch ein Pin einer Kamera.</translation>
    </message>
    <message>
        <source>&apos;{command} --help&apos; shows how to use it.</source>
        <translation>&apos;{command} --help&apos; zeigt, wie er benutzt wird.</translation>
    </message>
    <message>
        <source>A classifier needs at least two. Add a second subfolder with images of something else.</source>
        <translation>Ein Klassifikator braucht mindestens zwei. Legen Sie einen zweiten Unterordner mit Bildern von etwas anderem an.</translation>
    </message>
    <message>
        <source>A field of the model image is not valid: {field} {reason}.</source>
        <translation>Ein Feld des Modellabbilds ist nicht gültig: {field} {reason}.</translation>
    </message>
    <message>
        <source>A setting is not valid: {reason}.</source>
        <translation>Eine Einstellung ist nicht gültig: {reason}.</translation>
    </message>
    <message>
        <source>A worker of the cluster has version {here} of this program, and {needed} is needed.</source>
        <translation>Ein Worker des Clusters hat Version {here} dieses Programms, nötig ist {needed}.</translation>
    </message>
    <message>
        <source>Add images to its folder, or remove the class.</source>
        <translation>Legen Sie weitere Bilder in ihren Ordner, oder entfernen Sie die Klasse.</translation>
    </message>
    <message>
        <source>An unexpected error occurred: {reason}.</source>
        <translation>Ein unerwarteter Fehler ist aufgetreten: {reason}.</translation>
    </message>
    <message>
        <source>Another process is working on {path}.</source>
        <translation>Ein anderer Prozess arbeitet an {path}.</translation>
    </message>
    <message>
        <source>Another program is using {port}.</source>
        <translation>Ein anderes Programm benutzt {port}.</translation>
    </message>
    <message>
        <source>Another program may use this port. Choose another one, or 0 for any free port.</source>
        <translation>Vielleicht benutzt ein anderes Programm diesen Port. Wählen Sie einen anderen, oder 0 für einen beliebigen freien.</translation>
    </message>
    <message>
        <source>Boards with mistakes are left out. Correct the file, or delete it and add the board again.</source>
        <translation>Boards mit Fehlern werden weggelassen. Berichtigen Sie die Datei, oder löschen Sie sie und fügen Sie das Board neu hinzu.</translation>
    </message>
    <message>
        <source>Check that it is flashed and that the port is right, press its reset button, then try again.</source>
        <translation>Prüfen Sie, ob es geflasht und der Anschluss der richtige ist, drücken Sie die Reset-Taste des Boards und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Check that the camera&apos;s ribbon cable is fully in, then reset the board.</source>
        <translation>Prüfen Sie, ob das Flachbandkabel der Kamera ganz steckt, und setzen Sie das Board zurück.</translation>
    </message>
    <message>
        <source>Check the address, and start what offers the board there, such as &apos;squeeze virtual-board&apos;.</source>
        <translation>Prüfen Sie die Adresse, und starten Sie, was das Board dort anbietet, etwa &apos;squeeze virtual-board&apos;.</translation>
    </message>
    <message>
        <source>Check the cable, connect the board and flash again. Its boot loader is in ROM and still works.</source>
        <translation>Prüfen Sie das Kabel, schließen Sie das Board an und flashen Sie erneut. Sein Bootloader liegt im ROM und ist unbeschädigt.</translation>
    </message>
    <message>
        <source>Check the images again. This creates a new list.</source>
        <translation>Prüfen Sie die Bilder noch einmal. Dabei entsteht eine neue Liste.</translation>
    </message>
    <message>
        <source>Check the proxy in the system settings, or in http_proxy, https_proxy and no_proxy.</source>
        <translation>Prüfen Sie den Proxy in den Einstellungen des Systems, oder in http_proxy, https_proxy und no_proxy.</translation>
    </message>
    <message>
        <source>Choose a backup of a board with the same flash size.</source>
        <translation>Wählen Sie die Sicherung eines Boards mit gleich großem Flash.</translation>
    </message>
    <message>
        <source>Choose a file. To use what a pipe or a device sends, save it to a file first.</source>
        <translation>Wählen Sie eine Datei. Was eine Pipe oder ein Gerät sendet, speichern Sie zuerst in eine Datei.</translation>
    </message>
    <message>
        <source>Choose a folder that contains a run.json, or start a new run.</source>
        <translation>Wählen Sie einen Ordner mit einer run.json, oder beginnen Sie einen neuen Lauf.</translation>
    </message>
    <message>
        <source>Choose a shorter name, or a folder with a shorter path.</source>
        <translation>Wählen Sie einen kürzeren Namen oder einen Ordner mit kürzerem Pfad.</translation>
    </message>
    <message>
        <source>Choose an empty folder, or one that does not exist yet.</source>
        <translation>Wählen Sie einen leeren Ordner, oder einen, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>Choose another name, or replace the file with --force.</source>
        <translation>Wählen Sie einen anderen Namen, oder ersetzen Sie die Datei mit --force.</translation>
    </message>
    <message>
        <source>Choose float.keras or pruned.keras of the run.</source>
        <translation>Wählen Sie float.keras oder pruned.keras des Laufs.</translation>
    </message>
    <message>
        <source>Choose one of its classes: {known}.</source>
        <translation>Wählen Sie eine seiner Klassen: {known}.</translation>
    </message>
    <message>
        <source>Choose smaller images or a narrower network, or a board with external memory (PSRAM).</source>
        <translation>Wählen Sie kleinere Bilder oder ein schmaleres Netz, oder ein Board mit externem Speicher (PSRAM).</translation>
    </message>
    <message>
        <source>Choose the board that is connected, then flash the model again.</source>
        <translation>Wählen Sie das angeschlossene Board, und flashen Sie das Modell neu.</translation>
    </message>
    <message>
        <source>Choose the flash file of this board, or one that does not exist yet.</source>
        <translation>Wählen Sie die Flash-Datei dieses Boards, oder eine, die es noch nicht gibt.</translation>
    </message>
    <message>
        <source>Choose the images that the model was trained on, or others with the same class folders.</source>
        <translation>Wählen Sie die Bilder, mit denen das Modell trainiert wurde, oder andere mit denselben Klassenordnern.</translation>
    </message>
    <message>
        <source>Choose the type of your board (--board: {known}).</source>
        <translation>Wählen Sie den Typ Ihres Boards (--board: {known}).</translation>
    </message>
    <message>
        <source>Choose the zip file of a bundle that this program built.</source>
        <translation>Wählen Sie die zip-Datei eines Pakets, das dieses Programm gebaut hat.</translation>
    </message>
    <message>
        <source>Choose their network (--network), with width 1, the published ratios and no bypass.</source>
        <translation>Wählen Sie ihr Netz (--network), mit Breite 1, den veröffentlichten Verhältnissen und ohne Bypass.</translation>
    </message>
    <message>
        <source>Choose torchvision&apos;s .pth file, or one saved with torch.save(model.state_dict(), file).</source>
        <translation>Wählen Sie die .pth-Datei von torchvision, oder eine mit torch.save(model.state_dict(), file) gespeicherte.</translation>
    </message>
    <message>
        <source>Connect again, so that the program learns which model is on the board.</source>
        <translation>Verbinden Sie sich neu, damit das Programm erfährt, welches Modell auf dem Board ist.</translation>
    </message>
    <message>
        <source>Connect the board with a data cable, then choose its port from the list again.</source>
        <translation>Schließen Sie das Board mit einem Datenkabel an, und wählen Sie seinen Anschluss neu aus der Liste.</translation>
    </message>
    <message>
        <source>Correct it, or put the images into one subfolder per class.</source>
        <translation>Korrigieren Sie sie oder legen Sie die Bilder in je einen Unterordner pro Klasse.</translation>
    </message>
    <message>
        <source>Create it again from the run, then flash the board.</source>
        <translation>Erzeugen Sie es aus dem Lauf neu, und flashen Sie das Board.</translation>
    </message>
    <message>
        <source>Create one subfolder per class, named after the class, and move its images into it.</source>
        <translation>Legen Sie je Klasse einen Unterordner mit ihrem Namen an, und verschieben Sie ihre Bilder dorthin.</translation>
    </message>
    <message>
        <source>Create the model again from the run.</source>
        <translation>Erzeugen Sie das Modell aus dem Lauf neu.</translation>
    </message>
    <message>
        <source>Disconnect the board, connect it again and retry. The technical detail shows esptool&apos;s message.</source>
        <translation>Trennen Sie das Board, schließen Sie es neu an und versuchen Sie es erneut. Unter „Technisches“ steht die Meldung von esptool.</translation>
    </message>
    <message>
        <source>Docker could not start the image {image}.</source>
        <translation>Docker konnte das Image {image} nicht starten.</translation>
    </message>
    <message>
        <source>Download or copy it again. If it is not an archive, choose a folder.</source>
        <translation>Laden oder kopieren Sie es neu. Ist es kein Archiv, wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>Download the Python version of CIFAR-10 again, or use its images in class folders.</source>
        <translation>Laden Sie die Python-Fassung von CIFAR-10 neu herunter, oder nehmen Sie ihre Bilder in Klassenordnern.</translation>
    </message>
    <message>
        <source>Download them once, on the page Train or with &apos;squeeze weights fetch {network}&apos;.</source>
        <translation>Laden Sie sie einmal herunter, auf der Seite Trainieren oder mit &apos;squeeze weights fetch {network}&apos;.</translation>
    </message>
    <message>
        <source>Every worker that trained {name} was lost.</source>
        <translation>Jeder Worker, der {name} trainierte, ging verloren.</translation>
    </message>
    <message>
        <source>Explore into another folder, or with the same options: only the grid may differ.</source>
        <translation>Verwenden Sie einen anderen Ordner oder dieselben Optionen: Nur das Raster darf sich ändern.</translation>
    </message>
    <message>
        <source>Explore into another folder. The finished points are still in points/.</source>
        <translation>Verwenden Sie einen anderen Ordner. Die fertigen Punkte sind weiterhin in points/.</translation>
    </message>
    <message>
        <source>Flash a model to the board.</source>
        <translation>Flashen Sie ein Modell auf das Board.</translation>
    </message>
    <message>
        <source>Flash a model to the board. If this is a file, choose the run&apos;s model.img.</source>
        <translation>Flashen Sie ein Modell auf das Board. Ist dies eine Datei, wählen Sie die model.img des Laufs.</translation>
    </message>
    <message>
        <source>Flash again. If this does not help, try another USB port or power supply.</source>
        <translation>Flashen Sie erneut. Hilft das nicht, probieren Sie einen anderen USB-Anschluss oder eine andere Stromversorgung.</translation>
    </message>
    <message>
        <source>Flash the model again, at a lower speed or with another cable.</source>
        <translation>Flashen Sie das Modell neu, langsamer oder mit einem anderen Kabel.</translation>
    </message>
    <message>
        <source>Flash the model again.</source>
        <translation>Flashen Sie das Modell neu.</translation>
    </message>
    <message>
        <source>Flash the model again. If this does not help, the board&apos;s flash is too small for it.</source>
        <translation>Flashen Sie das Modell neu. Hilft das nicht, ist der Flash des Boards zu klein dafür.</translation>
    </message>
    <message>
        <source>Free some space and try again. A run resumes after its last finished epoch.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es erneut. Ein Lauf wird nach seiner letzten fertigen Epoche fortgesetzt.</translation>
    </message>
    <message>
        <source>GPIO {pin} cannot be the {part} of {board}: it is {use}.</source>
        <translation>GPIO {pin} kann nicht {part} von {board} sein: Es ist {use}.</translation>
    </message>
    <message>
        <source>GPIO {pin} is {use} of {board}.</source>
        <translation>GPIO {pin} von {board} ist {use}.</translation>
    </message>
    <message>
        <source>GPIO {pin} of {board} would be two things: {other} and {part}.</source>
        <translation>GPIO {pin} von {board} wäre zweierlei: {other} und {part}.</translation>
    </message>
    <message>
        <source>Give every split the same class folders, and put each image into one split only.</source>
        <translation>Geben Sie jeder Teilmenge dieselben Klassenordner, und legen Sie jedes Bild nur in eine Teilmenge.</translation>
    </message>
    <message>
        <source>Give the workers more memory, or leave this point out.</source>
        <translation>Geben Sie den Workern mehr Speicher, oder lassen Sie diesen Punkt weg.</translation>
    </message>
    <message>
        <source>Go online and try again, or download {address} on another computer and choose the file here.</source>
        <translation>Stellen Sie eine Internetverbindung her und versuchen Sie es erneut, oder laden Sie {address} auf einem anderen Computer herunter und wählen Sie die Datei hier.</translation>
    </message>
    <message>
        <source>Hold BOOT while you connect it. On an ESP32-CAM, connect IO0 to GND instead.</source>
        <translation>Halten Sie BOOT gedrückt, während Sie es anschließen. Bei einer ESP32-CAM verbinden Sie stattdessen IO0 mit GND.</translation>
    </message>
    <message>
        <source>If you moved it, resume it there (--resume): finished epochs are kept. If not, start a new run.</source>
        <translation>Haben Sie ihn verschoben, setzen Sie ihn dort fort (--resume): Fertige Epochen sind erhalten. Sonst beginnen Sie einen neuen Lauf.</translation>
    </message>
    <message>
        <source>In the source checkout, run &apos;python3 dev.py npm&apos; once. Packages for installation come with it.</source>
        <translation>Führen Sie im Quellcode-Ordner einmal „python3 dev.py npm“ aus. Pakete zur Installation enthalten es bereits.</translation>
    </message>
    <message>
        <source>Run pip install &apos;squeeze-studio[explore]&apos; to install them.</source>
        <translation>Installieren Sie sie: pip install &apos;squeeze-studio[explore]&apos;</translation>
    </message>
    <message>
        <source>Install version {needed} on all workers.</source>
        <translation>Installieren Sie auf allen Workern Version {needed}.</translation>
    </message>
    <message>
        <source>It may be truncated or in another format. Copy or convert it again.</source>
        <translation>Vielleicht ist es abgeschnitten oder in einem anderen Format. Kopieren oder wandeln Sie es neu um.</translation>
    </message>
    <message>
        <source>It was deleted. Please report this with the log in the run folder.</source>
        <translation>Es wurde gelöscht. Bitte melden Sie dies mit dem Protokoll im Laufordner.</translation>
    </message>
    <message>
        <source>It was not changed. Move it away, or choose another file name.</source>
        <translation>Es wurde nicht geändert. Verschieben Sie es, oder wählen Sie einen anderen Dateinamen.</translation>
    </message>
    <message>
        <source>It was not changed. Move it away, or choose another folder.</source>
        <translation>Es wurde nicht geändert. Verschieben Sie es, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>It was not used. Download it again. A login page of the network may have replaced it.</source>
        <translation>Sie wurde nicht benutzt. Laden Sie sie noch einmal herunter. Vielleicht kam stattdessen eine Anmeldeseite des Netzwerks.</translation>
    </message>
    <message>
        <source>It was not used. Download, copy or build it again.</source>
        <translation>Es wurde nicht benutzt. Laden, kopieren oder bauen Sie es neu.</translation>
    </message>
    <message>
        <source>Its first use downloads several gigabytes: check the network and the space on the disk.</source>
        <translation>Beim ersten Mal werden mehrere Gigabyte heruntergeladen: Prüfen Sie das Netzwerk und den Platz auf der Festplatte.</translation>
    </message>
    <message>
        <source>Keep it open, or redirect it: &apos;{command} &gt; result.txt&apos; or &apos;{command} &gt; /dev/null&apos;.</source>
        <translation>Lassen Sie sie offen, oder leiten Sie sie um: „{command} &gt; result.txt“ oder „{command} &gt; /dev/null“.</translation>
    </message>
    <message>
        <source>Keep the current one.</source>
        <translation>Behalten Sie die jetzige bei.</translation>
    </message>
    <message>
        <source>LiteRT cannot prepare it</source>
        <translation>LiteRT kann es nicht vorbereiten</translation>
    </message>
    <message>
        <source>Lower the learning rate, then resume. The epochs before this one are kept.</source>
        <translation>Senken Sie die Lernrate und setzen Sie fort. Die Epochen davor sind erhalten.</translation>
    </message>
    <message>
        <source>Name the board with --board: {known}.</source>
        <translation>Nennen Sie das Board mit --board: {known}.</translation>
    </message>
    <message>
        <source>No firmware for {variant} boards has been released yet.</source>
        <translation>Für {variant}-Boards wurde noch keine Firmware veröffentlicht.</translation>
    </message>
    <message>
        <source>No images were given.</source>
        <translation>Es wurden keine Bilder angegeben.</translation>
    </message>
    <message>
        <source>No worker is connected to the scheduler at {address}.</source>
        <translation>Mit dem Scheduler unter {address} ist kein Worker verbunden.</translation>
    </message>
    <message>
        <source>Nothing in it was executed. Choose float.keras or pruned.keras of a run, or an int8 .tflite file.</source>
        <translation>Nichts darin wurde ausgeführt. Wählen Sie float.keras oder pruned.keras eines Laufs, oder eine int8-.tflite-Datei.</translation>
    </message>
    <message>
        <source>Nothing in its folder was changed. Restore the file from a copy, or start a new run elsewhere.</source>
        <translation>In seinem Ordner wurde nichts geändert. Stellen Sie die Datei aus einer Kopie wieder her, oder beginnen Sie anderswo einen neuen Lauf.</translation>
    </message>
    <message>
        <source>Nothing was executed. Use a file from a source that you trust, saved as a state_dict.</source>
        <translation>Nichts davon wurde ausgeführt. Nehmen Sie eine Datei aus einer Quelle, der Sie vertrauen, als state_dict gespeichert.</translation>
    </message>
    <message>
        <source>Nothing was kept of it. Check who started the cluster, and install this version on all workers.</source>
        <translation>Davon wurde nichts behalten. Prüfen Sie, wer den Cluster gestartet hat, und installieren Sie auf allen Workern diese Version.</translation>
    </message>
    <message>
        <source>Nothing was kept. Check the internet connection and try again.</source>
        <translation>Es wurde nichts behalten. Prüfen Sie die Internetverbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Nothing was kept. If you trust the archive, unpack it yourself and choose the folder.</source>
        <translation>Es wurde nichts behalten. Wenn Sie dem Archiv vertrauen, entpacken Sie es selbst und wählen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Nothing was kept. Try again later. A login page or a filter of the network may be the cause.</source>
        <translation>Es wurde nichts behalten. Versuchen Sie es später erneut. Die Ursache kann eine Anmeldeseite oder ein Filter des Netzwerks sein.</translation>
    </message>
    <message>
        <source>Nothing was saved. A camera needs clock, sda, scl, d0 to d7, vsync, href and pixel_clock.</source>
        <translation>Nichts wurde gespeichert. Eine Kamera braucht clock, sda, scl, d0 bis d7, vsync, href und pixel_clock.</translation>
    </message>
    <message>
        <source>Nothing was saved. Compare it with the maker&apos;s document.</source>
        <translation>Nichts wurde gespeichert. Vergleichen Sie es mit dem Dokument des Herstellers.</translation>
    </message>
    <message>
        <source>Nothing was saved. Look up both pins in the maker&apos;s document.</source>
        <translation>Nichts wurde gespeichert. Schlagen Sie beide Pins im Dokument des Herstellers nach.</translation>
    </message>
    <message>
        <source>Nothing was saved. Look up the pin in the maker&apos;s document.</source>
        <translation>Nichts wurde gespeichert. Schlagen Sie den Pin im Dokument des Herstellers nach.</translation>
    </message>
    <message>
        <source>Nothing was saved. Name one of {known}, or pins such as &apos;clock=15 sda=4 ...&apos;.</source>
        <translation>Nichts wurde gespeichert. Nennen Sie eines von {known}, oder Pins wie „clock=15 sda=4 ...“.</translation>
    </message>
    <message>
        <source>Nothing was unpacked. If you trust the archive, unpack it yourself and choose the folder.</source>
        <translation>Es wurde nichts entpackt. Wenn Sie dem Archiv vertrauen, entpacken Sie es selbst und wählen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose a smaller network, or a board with more flash.</source>
        <translation>Es wurde nichts geschrieben. Wählen Sie ein kleineres Netz oder ein Board mit mehr Flash.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose another pin for this action: {free}.</source>
        <translation>Es wurde nichts geschrieben. Wählen Sie einen anderen Pin für diese Aktion: {free}.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose the connected board (--board: {known}).</source>
        <translation>Es wurde nichts geschrieben. Wählen Sie das angeschlossene Board (--board: {known}).</translation>
    </message>
    <message>
        <source>Nothing was written. Choose the connected board, or connect the chosen one.</source>
        <translation>Es wurde nichts geschrieben. Wählen Sie das angeschlossene Board, oder schließen Sie das gewählte an.</translation>
    </message>
    <message>
        <source>Nothing was written. Use another board.</source>
        <translation>Es wurde nichts geschrieben. Nehmen Sie ein anderes Board.</translation>
    </message>
    <message>
        <source>Often, this runtime lacks an operator of the model. The technical detail shows more.</source>
        <translation>Oft fehlt dieser Laufzeitumgebung ein Operator des Modells. Mehr steht unter „Technisches“.</translation>
    </message>
    <message>
        <source>Open it in an image viewer. If that fails too, replace it.</source>
        <translation>Öffnen Sie es in einem Bildbetrachter. Geht das auch nicht, ersetzen Sie es.</translation>
    </message>
    <message>
        <source>Put the images into the folder with this file, or into the same archive.</source>
        <translation>Legen Sie die Bilder in den Ordner mit dieser Datei oder in dasselbe Archiv.</translation>
    </message>
    <message>
        <source>Reduce the memory for images, the batch size or the image size, or close other programs.</source>
        <translation>Verringern Sie den Speicher für Bilder, die Batchgröße oder die Bildgröße, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Remove or replace them, or let the run leave them out.</source>
        <translation>Entfernen oder ersetzen Sie sie, oder lassen Sie sie beim Lauf weg.</translation>
    </message>
    <message>
        <source>Reset the board and try again.</source>
        <translation>Setzen Sie das Board zurück und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Restore them, or restart the run from the beginning with the present ones (--from train).</source>
        <translation>Stellen Sie sie wieder her, oder beginnen Sie den Lauf mit den jetzigen Bildern von vorn (--from train).</translation>
    </message>
    <message>
        <source>Resume it with its own settings (--resume), restart a stage (--from), or choose another folder.</source>
        <translation>Setzen Sie ihn mit seinen eigenen Einstellungen fort (--resume), beginnen Sie einen Schritt neu (--from), oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Run &apos;sudo usermod -a -G docker $USER&apos; in a terminal, then log out and in again.</source>
        <translation>Führen Sie in einem Terminal „sudo usermod -a -G docker $USER“ aus, melden Sie sich dann ab und wieder an.</translation>
    </message>
    <message>
        <source>Run this stage again (--from {stage}).</source>
        <translation>Führen Sie diesen Schritt noch einmal aus (--from {stage}).</translation>
    </message>
    <message>
        <source>Send images from the computer instead.</source>
        <translation>Senden Sie stattdessen Bilder vom Computer.</translation>
    </message>
    <message>
        <source>Start Docker (Docker Desktop, or &apos;sudo systemctl start docker&apos;), then try again.</source>
        <translation>Starten Sie Docker (Docker Desktop oder „sudo systemctl start docker“) und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Start a new run in another folder. Nothing in this one was changed.</source>
        <translation>Beginnen Sie einen neuen Lauf in einem anderen Ordner. In diesem wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Start it again and repeat the command. Finished points are kept.</source>
        <translation>Starten Sie ihn neu, und wiederholen Sie den Befehl. Fertige Punkte bleiben erhalten.</translation>
    </message>
    <message>
        <source>Start it with &apos;dask scheduler&apos;, and check the address and the certificates.</source>
        <translation>Starten Sie ihn mit &apos;dask scheduler&apos;, und prüfen Sie Adresse und Zertifikate.</translation>
    </message>
    <message>
        <source>Start workers with &apos;dask worker {address}&apos; where this program is installed.</source>
        <translation>Starten Sie Worker mit &apos;dask worker {address}&apos;, wo dieses Programm installiert ist.</translation>
    </message>
    <message>
        <source>TensorFlow Lite Micro cannot prepare it</source>
        <translation>TensorFlow Lite Micro kann es nicht vorbereiten</translation>
    </message>
    <message>
        <source>The ImageNet weights of {network} are not on this computer.</source>
        <translation>Die ImageNet-Gewichte von {network} sind nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>The board has another model.</source>
        <translation>Auf dem Board ist ein anderes Modell.</translation>
    </message>
    <message>
        <source>The board on {port} cannot be flashed: a security feature is permanently on ({feature}).</source>
        <translation>Das Board an {port} lässt sich nicht flashen: Eine Sicherheitsfunktion ist dauerhaft eingeschaltet ({feature}).</translation>
    </message>
    <message>
        <source>The board on {port} cannot be identified. Its chip is {chip}.</source>
        <translation>Welches Board an {port} ist, lässt sich nicht erkennen. Sein Chip ist {chip}.</translation>
    </message>
    <message>
        <source>The board on {port} has no camera, and no images were given.</source>
        <translation>Das Board an {port} hat keine Kamera, und es wurden keine Bilder angegeben.</translation>
    </message>
    <message>
        <source>The board on {port} sends nothing.</source>
        <translation>Das Board an {port} sendet nichts.</translation>
    </message>
    <message>
        <source>The board on {port} started its program instead of its boot loader.</source>
        <translation>Das Board an {port} hat sein Programm statt seines Bootloaders gestartet.</translation>
    </message>
    <message>
        <source>The board&apos;s answers cannot be read ({reason}).</source>
        <translation>Die Antworten des Boards sind nicht lesbar ({reason}).</translation>
    </message>
    <message>
        <source>The board&apos;s flash does not contain what was written ({name}).</source>
        <translation>Der Flash des Boards enthält nicht, was geschrieben wurde ({name}).</translation>
    </message>
    <message>
        <source>The chip of the board on {port} is {found}, not {expected}.</source>
        <translation>Der Chip des Boards an {port} ist {found}, nicht {expected}.</translation>
    </message>
    <message>
        <source>The class &apos;{name}&apos; has {count} readable images, but needs {needed}.</source>
        <translation>Die Klasse „{name}“ hat {count} lesbare Bilder, braucht aber {needed}.</translation>
    </message>
    <message>
        <source>The class name {name} has a line break or another character that cannot be shown.</source>
        <translation>Der Klassenname {name} enthält einen Zeilenumbruch oder ein anderes nicht darstellbares Zeichen.</translation>
    </message>
    <message>
        <source>The classes differ: {path} has {found}, the images have {needed}.</source>
        <translation>Die Klassen unterscheiden sich: {path} hat {found}, die Bilder haben {needed}.</translation>
    </message>
    <message>
        <source>The command is not valid: {reason}.</source>
        <translation>Der Befehl ist nicht gültig: {reason}.</translation>
    </message>
    <message>
        <source>The connection on {port} was lost.</source>
        <translation>Die Verbindung an {port} ist abgebrochen.</translation>
    </message>
    <message>
        <source>The connection to the board was lost.</source>
        <translation>Die Verbindung zum Board ist abgebrochen.</translation>
    </message>
    <message>
        <source>The connection to the cluster was lost.</source>
        <translation>Die Verbindung zum Cluster ist abgerissen.</translation>
    </message>
    <message>
        <source>The data from the board on {port} was damaged, even at the lowest speed.</source>
        <translation>Die Daten vom Board an {port} waren beschädigt, auch bei der niedrigsten Geschwindigkeit.</translation>
    </message>
    <message>
        <source>The description of the camera has no pins for {missing}.</source>
        <translation>In der Beschreibung der Kamera fehlen Pins für {missing}.</translation>
    </message>
    <message>
        <source>The download of {address} ended too early, after {received} bytes.</source>
        <translation>Der Download von {address} endete zu früh, nach {received} Bytes.</translation>
    </message>
    <message>
        <source>The file at {address} is larger than {most} bytes, so it is not the right one.</source>
        <translation>Die Datei unter {address} ist größer als {most} Bytes, also nicht die richtige.</translation>
    </message>
    <message>
        <source>The file with your own boards cannot be understood: {path} ({reason}).</source>
        <translation>Die Datei mit Ihren eigenen Boards ist nicht zu verstehen: {path} ({reason}).</translation>
    </message>
    <message>
        <source>The firmware bundle {path} is damaged: the hash of {name} does not match.</source>
        <translation>Das Firmware-Paket {path} ist beschädigt: Der Hash von {name} stimmt nicht.</translation>
    </message>
    <message>
        <source>The firmware in {path} is for {found} boards, not for {variant}.</source>
        <translation>Die Firmware in {path} ist für {found}-Boards, nicht für {variant}.</translation>
    </message>
    <message>
        <source>The firmware in {path} uses link protocol version {found}. This program uses {known}.</source>
        <translation>Die Firmware in {path} benutzt Version {found} des Protokolls. Dieses Programm benutzt {known}.</translation>
    </message>
    <message>
        <source>The firmware uses link protocol version {found}. This program uses {known}.</source>
        <translation>Die Firmware benutzt Version {found} des Protokolls. Dieses Programm benutzt {known}.</translation>
    </message>
    <message>
        <source>The flasher stub did not start on the board on {port}.</source>
        <translation>Der Flasher-Stub ist auf dem Board an {port} nicht gestartet.</translation>
    </message>
    <message>
        <source>The log shows the build&apos;s last lines. Check that the firmware supports your version of ESP-IDF.</source>
        <translation>Das Protokoll zeigt die letzten Zeilen des Baus. Prüfen Sie, ob die Firmware Ihre Version von ESP-IDF unterstützt.</translation>
    </message>
    <message>
        <source>The model has no class called {class_name}.</source>
        <translation>Das Modell hat keine Klasse namens {class_name}.</translation>
    </message>
    <message>
        <source>The model image has format {found}. This program and its firmware read {known}.</source>
        <translation>Das Modellabbild hat das Format {found}. Dieses Programm und seine Firmware lesen {known}.</translation>
    </message>
    <message>
        <source>The model image is damaged: its hash does not match.</source>
        <translation>Das Modellabbild ist beschädigt: Sein Hash stimmt nicht.</translation>
    </message>
    <message>
        <source>The model image is truncated, or its length is not valid.</source>
        <translation>Das Modellabbild ist abgeschnitten, oder seine Länge ist nicht gültig.</translation>
    </message>
    <message>
        <source>The name {path} is not valid text (UTF-8).</source>
        <translation>Der Name {path} ist kein gültiger Text (UTF-8).</translation>
    </message>
    <message>
        <source>The images in {path} have changed since this run used them: {difference}.</source>
        <translation>Die Bilder in {path} haben sich geändert, seit dieser Lauf sie benutzt hat: {difference}.</translation>
    </message>
    <message>
        <source>Build it with ESP-IDF, Docker or eim (--firmware build), or use the virtual board.</source>
        <translation>Bauen Sie sie mit ESP-IDF, Docker oder eim (--firmware build), oder nehmen Sie das virtuelle Board.</translation>
    </message>
    <message>
        <source>Choose another board (--board: {known}), or describe this one again under the same name.</source>
        <translation>Wählen Sie ein anderes Board (--board: {known}), oder beschreiben Sie dieses noch einmal unter demselben Namen.</translation>
    </message>
    <message>
        <source>Choose another board, or leave out --fast.</source>
        <translation>Wählen Sie ein anderes Board, oder lassen Sie --fast weg.</translation>
    </message>
    <message>
        <source>Choose another file, or restore this one from a copy.</source>
        <translation>Wählen Sie eine andere Datei, oder stellen Sie diese aus einer Kopie wieder her.</translation>
    </message>
    <message>
        <source>Convert it with full integer quantization first.</source>
        <translation>Wandeln Sie es zuerst mit voller Ganzzahl-Quantisierung um.</translation>
    </message>
    <message>
        <source>Docker is installed on this computer, but not running.</source>
        <translation>Docker ist auf diesem Computer installiert, läuft aber nicht.</translation>
    </message>
    <message>
        <source>Espressif&apos;s installer (eim) could not install ESP-IDF.</source>
        <translation>Espressifs Installationsprogramm (eim) konnte ESP-IDF nicht installieren.</translation>
    </message>
    <message>
        <source>Import a firmware bundle (--firmware FILE), or build one here (--firmware build) with ESP-IDF, Docker or Espressif&apos;s installer eim (https://dl.espressif.com/dl/eim).</source>
        <translation>Importieren Sie ein Firmware-Paket (--firmware DATEI), oder bauen Sie hier eines (--firmware build) mit ESP-IDF, Docker oder Espressifs Installationsprogramm eim (https://dl.espressif.com/dl/eim).</translation>
    </message>
    <message>
        <source>Install Espressif&apos;s installer (https://dl.espressif.com/dl/eim) or Docker, or set IDF_PATH. Or import a firmware bundle that was built elsewhere.</source>
        <translation>Installieren Sie Espressifs Installationsprogramm (https://dl.espressif.com/dl/eim) oder Docker, oder setzen Sie IDF_PATH. Oder importieren Sie ein Firmware-Paket, das anderswo gebaut wurde.</translation>
    </message>
    <message>
        <source>Install one of these with Espressif&apos;s installer (https://dl.espressif.com/dl/eim), install Docker, or set IDF_PATH to another ESP-IDF.</source>
        <translation>Installieren Sie mit Espressifs Installationsprogramm (https://dl.espressif.com/dl/eim) eine dieser Versionen, installieren Sie Docker, oder setzen Sie IDF_PATH auf ein anderes ESP-IDF.</translation>
    </message>
    <message>
        <source>No network of this kind and size is fast on {board}, which means under {limit} ms per image.</source>
        <translation>Kein Netz dieser Art und Größe ist auf {board} schnell, also unter {limit} ms pro Bild.</translation>
    </message>
    <message>
        <source>Nothing was changed. Boards that can be removed: {known}.</source>
        <translation>Nichts wurde geändert. Boards, die entfernt werden können: {known}.</translation>
    </message>
    <message>
        <source>Run pip install &apos;squeeze-studio[tensorboard]&apos; to install it.</source>
        <translation>Führen Sie pip install &apos;squeeze-studio[tensorboard]&apos; aus, um es zu installieren.</translation>
    </message>
    <message>
        <source>TensorBoard is not installed.</source>
        <translation>TensorBoard ist nicht installiert.</translation>
    </message>
    <message>
        <source>TensorFlow Lite Micro gives other outputs for the coded file than for the original</source>
        <translation>TensorFlow Lite Micro liefert für die codierte Datei andere Ausgaben als für das Original</translation>
    </message>
    <message>
        <source>TensorFlow Lite Micro runs the original, but not the coded file</source>
        <translation>TensorFlow Lite Micro führt das Original aus, aber nicht die codierte Datei</translation>
    </message>
    <message>
        <source>The firmware needs ESP-IDF 5.4 to 6; {folder} has version {version}.</source>
        <translation>Die Firmware braucht ESP-IDF 5.4 bis 6; {folder} hat Version {version}.</translation>
    </message>
    <message>
        <source>The packages for exploring are not installed.</source>
        <translation>Die Pakete für Erkundungen sind nicht installiert.</translation>
    </message>
    <message>
        <source>The points in {path} were trained with other images, settings or epochs.</source>
        <translation>Die Punkte in {path} wurden mit anderen Bildern, Einstellungen oder Epochen trainiert.</translation>
    </message>
    <message>
        <source>The result cannot be shown: standard output is closed.</source>
        <translation>Das Ergebnis lässt sich nicht anzeigen: Die Standardausgabe ist geschlossen.</translation>
    </message>
    <message>
        <source>The run was made for the board {board}, which is not in the list of boards any more.</source>
        <translation>Der Lauf wurde für das Board {board} gemacht, das nicht mehr in der Liste der Boards steht.</translation>
    </message>
    <message>
        <source>The splits in the data have different classes: &apos;{name}&apos; is missing from {split}.</source>
        <translation>Die Teilmengen der Daten haben verschiedene Klassen: „{name}“ fehlt in {split}.</translation>
    </message>
    <message>
        <source>The technical details show why. Often it needs git, Python 3.10 or newer, or space on the disk.</source>
        <translation>Die technischen Details zeigen, warum. Oft fehlen git, Python ab Version 3.10 oder Platz auf der Festplatte.</translation>
    </message>
    <message>
        <source>The virtual board cannot listen at {address}.</source>
        <translation>Das virtuelle Board ist unter {address} nicht erreichbar zu machen.</translation>
    </message>
    <message>
        <source>The virtual board is chosen, but only real boards are flashed with firmware.</source>
        <translation>Das virtuelle Board ist gewählt, aber nur echte Boards werden mit Firmware geflasht.</translation>
    </message>
    <message>
        <source>The virtual board is chosen, but the board on {port} is a real one.</source>
        <translation>Das virtuelle Board ist gewählt, aber das Board an {port} ist ein echtes.</translation>
    </message>
    <message>
        <source>The web page flashes with {name}, which is not in this copy of the program.</source>
        <translation>Die Webseite flasht mit {name}, und das ist in dieser Kopie des Programms nicht enthalten.</translation>
    </message>
    <message>
        <source>The weights in {path} do not fit the network: {reason}.</source>
        <translation>Die Gewichte in {path} passen nicht zum Netz: {reason}.</translation>
    </message>
    <message>
        <source>The work ended unexpectedly ({reason}).</source>
        <translation>Die Arbeit endete unerwartet ({reason}).</translation>
    </message>
    <message>
        <source>There are no readable images in {path}.</source>
        <translation>In {path} sind keine lesbaren Bilder.</translation>
    </message>
    <message>
        <source>There is no Dask scheduler at {address}, or it refused the connection.</source>
        <translation>Unter {address} ist kein Dask-Scheduler, oder er hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>There is no board at {port}.</source>
        <translation>Unter {port} gibt es kein Board.</translation>
    </message>
    <message>
        <source>There is no board called {board} among your own.</source>
        <translation>Unter Ihren eigenen Boards gibt es keines namens {board}.</translation>
    </message>
    <message>
        <source>There is no firmware for {variant} boards on this computer.</source>
        <translation>Auf diesem Computer gibt es keine Firmware für {variant}-Boards.</translation>
    </message>
    <message>
        <source>There is no model image: the data does not begin with its signature.</source>
        <translation>Es gibt kein Modellabbild: Die Daten beginnen nicht mit seiner Kennung.</translation>
    </message>
    <message>
        <source>There is nothing on this computer to build firmware with: no ESP-IDF, Docker or eim.</source>
        <translation>Auf diesem Computer gibt es nichts, womit Firmware gebaut werden kann: weder ESP-IDF noch Docker noch eim.</translation>
    </message>
    <message>
        <source>There is only one class in {path}: &apos;{name}&apos;.</source>
        <translation>In {path} gibt es nur eine Klasse: „{name}“.</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>Der Arbeitsspeicher reichte nicht aus.</translation>
    </message>
    <message>
        <source>This board cannot be: {reason}.</source>
        <translation>So ein Board kann es nicht geben: {reason}.</translation>
    </message>
    <message>
        <source>Training diverged: in epoch {epoch}, the loss is not a number.</source>
        <translation>Das Training ist divergiert: In Epoche {epoch} ist der Verlust keine Zahl.</translation>
    </message>
    <message>
        <source>Try again later, or download it on another computer and choose the file here.</source>
        <translation>Versuchen Sie es später erneut, oder laden Sie es auf einem anderen Computer herunter und wählen Sie die Datei hier.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Try again: a run resumes after its last finished epoch. The log shows the last lines.</source>
        <translation>Versuchen Sie es erneut: Ein Lauf wird nach seiner letzten fertigen Epoche fortgesetzt. Das Protokoll zeigt die letzten Zeilen.</translation>
    </message>
    <message>
        <source>Use --data with a folder or an archive, or --data scenes for the built-in sample scenes.</source>
        <translation>Geben Sie mit --data einen Ordner oder ein Archiv an, oder mit --data scenes die eingebauten Beispielszenen.</translation>
    </message>
    <message>
        <source>Use --pictures with an image or a folder of images.</source>
        <translation>Geben Sie mit --pictures ein Bild oder einen Ordner mit Bildern an.</translation>
    </message>
    <message>
        <source>Use a bundle for this version of the program.</source>
        <translation>Nehmen Sie ein Paket für diese Version des Programms.</translation>
    </message>
    <message>
        <source>Use a data cable. If this does not help, hold BOOT, press EN (RST) once and try again.</source>
        <translation>Nehmen Sie ein Datenkabel. Hilft das nicht, halten Sie BOOT gedrückt, drücken Sie einmal EN (RST) und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Use a shorter cable without a hub, and disconnect other loads from the board&apos;s power supply.</source>
        <translation>Nehmen Sie ein kürzeres Kabel ohne Hub, und trennen Sie andere Verbraucher von der Stromversorgung des Boards.</translation>
    </message>
    <message>
        <source>Use a shorter cable without a hub, or a lower speed. If this does not help, flash the firmware.</source>
        <translation>Nehmen Sie ein kürzeres Kabel ohne Hub oder eine niedrigere Geschwindigkeit. Hilft das nicht, flashen Sie die Firmware.</translation>
    </message>
    <message>
        <source>Use it as it is, or compress the int8 model that it was made from.</source>
        <translation>Nehmen Sie es, wie es ist, oder komprimieren Sie das int8-Modell, aus dem es gemacht wurde.</translation>
    </message>
    <message>
        <source>Use the ROM loader (--no-stub) and a lower speed, with nothing else connected to the board.</source>
        <translation>Nehmen Sie den ROM-Loader (--no-stub) und eine niedrigere Geschwindigkeit, ohne dass anderes am Board angeschlossen ist.</translation>
    </message>
    <message>
        <source>Wait until it ends, or stop it. Then try again.</source>
        <translation>Warten Sie, bis er endet, oder halten Sie ihn an. Versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>What the cluster sent for {name} is not a run of this program.</source>
        <translation>Was der Cluster für {name} gesendet hat, ist kein Lauf dieses Programms.</translation>
    </message>
    <message>
        <source>What was finished is kept. Please report this with the technical detail.</source>
        <translation>Was fertig ist, bleibt erhalten. Bitte melden Sie dies mit den technischen Angaben.</translation>
    </message>
    <message>
        <source>You do not have permission to read {path}.</source>
        <translation>Sie haben keine Leserechte für {path}.</translation>
    </message>
    <message>
        <source>You do not have permission to write to {path}.</source>
        <translation>Sie haben keine Schreibrechte für {path}.</translation>
    </message>
    <message>
        <source>Your account does not have permission to use Docker.</source>
        <translation>Ihr Konto darf Docker nicht benutzen.</translation>
    </message>
    <message>
        <source>Your account does not have permission to use {port}.</source>
        <translation>Ihr Benutzerkonto darf {port} nicht benutzen.</translation>
    </message>
    <message>
        <source>a class needs a name</source>
        <translation>eine Klasse braucht einen Namen</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>ein Gerät</translation>
    </message>
    <message>
        <source>a field of its model is not valid</source>
        <translation>ein Feld seines Modells ist nicht gültig</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a link or a device</source>
        <translation>ein Link oder ein Gerät</translation>
    </message>
    <message>
        <source>a list with a gap</source>
        <translation>eine Liste mit einer Lücke</translation>
    </message>
    <message>
        <source>a named pipe</source>
        <translation>eine benannte Pipe</translation>
    </message>
    <message>
        <source>a pin of the PSRAM</source>
        <translation>ein Pin des PSRAM</translation>
    </message>
    <message>
        <source>a pin of the SD card</source>
        <translation>ein Pin der SD-Karte</translation>
    </message>
    <message>
        <source>a pin of the USB port</source>
        <translation>ein Pin des USB-Anschlusses</translation>
    </message>
    <message>
        <source>a pin of the buttons</source>
        <translation>ein Pin der Tasten</translation>
    </message>
    <message>
        <source>a pin of the camera</source>
        <translation>ein Pin der Kamera</translation>
    </message>
    <message>
        <source>a pin of the clock chip</source>
        <translation>ein Pin des Uhrenbausteins</translation>
    </message>
    <message>
        <source>a pin of the display</source>
        <translation>ein Pin des Displays</translation>
    </message>
    <message>
        <source>a pin of the flash chip</source>
        <translation>ein Pin des Flash-Chips</translation>
    </message>
    <message>
        <source>a pin of the microphone</source>
        <translation>ein Pin des Mikrofons</translation>
    </message>
    <message>
        <source>a pin of the motion sensor</source>
        <translation>ein Pin des Bewegungssensors</translation>
    </message>
    <message>
        <source>a pin of the power supply</source>
        <translation>ein Pin der Stromversorgung</translation>
    </message>
    <message>
        <source>a pin of the serial port</source>
        <translation>ein Pin des seriellen Anschlusses</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>ein Socket</translation>
    </message>
    <message>
        <source>a strapping pin</source>
        <translation>ein Strapping-Pin</translation>
    </message>
    <message>
        <source>an ESP32 has no USB port of its own</source>
        <translation>ein ESP32 hat keinen eigenen USB-Anschluss</translation>
    </message>
    <message>
        <source>an input-only pin</source>
        <translation>ein Pin, der nur Eingang ist</translation>
    </message>
    <message>
        <source>another chip</source>
        <translation>ein anderer Chip</translation>
    </message>
    <message>
        <source>asking for the flash&apos;s size</source>
        <translation>Abfragen der Flash-Größe</translation>
    </message>
    <message>
        <source>asking the board what it runs</source>
        <translation>Abfragen, was auf dem Board läuft</translation>
    </message>
    <message>
        <source>copying the board&apos;s flash</source>
        <translation>Kopieren des Flashs</translation>
    </message>
    <message>
        <source>decoded, it differs from byte {0} on</source>
        <translation>dekodiert unterscheidet es sich ab Byte {0}</translation>
    </message>
    <message>
        <source>decoded, it has {0} bytes instead of {1}</source>
        <translation>dekodiert hat es {0} statt {1} Bytes</translation>
    </message>
    <message>
        <source>ended by the system or another program</source>
        <translation>vom System oder einem anderen Programm beendet</translation>
    </message>
    <message>
        <source>erasing the board&apos;s flash</source>
        <translation>Löschen des Flashs</translation>
    </message>
    <message>
        <source>failure {0}, which this program does not know</source>
        <translation>Fehler {0}, den dieses Programm nicht kennt</translation>
    </message>
    <message>
        <source>flash encryption</source>
        <translation>Flash-Verschlüsselung</translation>
    </message>
    <message>
        <source>it did not finish within {0} s</source>
        <translation>es wurde in {0} s nicht fertig</translation>
    </message>
    <message>
        <source>it does not know this request</source>
        <translation>es kennt diese Anfrage nicht</translation>
    </message>
    <message>
        <source>it does not support this speed</source>
        <translation>es unterstützt diese Geschwindigkeit nicht</translation>
    </message>
    <message>
        <source>it has no camera</source>
        <translation>es hat keine Kamera</translation>
    </message>
    <message>
        <source>it has no int8 weights</source>
        <translation>es hat keine int8-Gewichte</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>es hat keinen Namen</translation>
    </message>
    <message>
        <source>it has {0} bytes, the flash {1}</source>
        <translation>sie hat {0} Bytes, der Flash {1}</translation>
    </message>
    <message>
        <source>it has {0} inputs and {1} outputs instead of one of each</source>
        <translation>es hat {0} Eingänge und {1} Ausgänge statt je einem</translation>
    </message>
    <message>
        <source>it takes or gives what is no number</source>
        <translation>es nimmt oder liefert etwas, das keine Zahl ist</translation>
    </message>
    <message>
        <source>it takes {0} values and gives {1}</source>
        <translation>es nimmt {0} Werte und gibt {1}</translation>
    </message>
    <message>
        <source>it uses another version of the link protocol</source>
        <translation>es benutzt eine andere Version des Protokolls</translation>
    </message>
    <message>
        <source>its camera does not answer</source>
        <translation>seine Kamera antwortet nicht</translation>
    </message>
    <message>
        <source>its flash has no model partition</source>
        <translation>sein Flash hat keine Partition für ein Modell</translation>
    </message>
    <message>
        <source>its memory is too small for the model</source>
        <translation>sein Speicher ist zu klein für das Modell</translation>
    </message>
    <message>
        <source>its model is damaged</source>
        <translation>sein Modell ist beschädigt</translation>
    </message>
    <message>
        <source>its model is not a readable .tflite file</source>
        <translation>sein Modell ist keine lesbare .tflite-Datei</translation>
    </message>
    <message>
        <source>its model is truncated</source>
        <translation>sein Modell ist abgeschnitten</translation>
    </message>
    <message>
        <source>its model uses an operator that the firmware does not have</source>
        <translation>sein Modell benutzt einen Operator, den die Firmware nicht hat</translation>
    </message>
    <message>
        <source>its model was made for a board with another chip</source>
        <translation>sein Modell wurde für ein Board mit einem anderen Chip gemacht</translation>
    </message>
    <message>
        <source>its model was written by another version of this program</source>
        <translation>sein Modell wurde von einer anderen Version dieses Programms geschrieben</translation>
    </message>
    <message>
        <source>its tensors take more than {0} MB</source>
        <translation>seine Tensoren brauchen mehr als {0} MB</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>not a pin</source>
        <translation>kein Pin</translation>
    </message>
    <message>
        <source>nothing is wrong</source>
        <translation>alles ist in Ordnung</translation>
    </message>
    <message>
        <source>reading what ESP-IDF built</source>
        <translation>Lesen des Ergebnisses von ESP-IDF</translation>
    </message>
    <message>
        <source>running the model failed</source>
        <translation>das Ausführen des Modells ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>secure boot</source>
        <translation>Secure Boot</translation>
    </message>
    <message>
        <source>secure boot or flash encryption</source>
        <translation>Secure Boot oder Flash-Verschlüsselung</translation>
    </message>
    <message>
        <source>secure download mode</source>
        <translation>Secure Download Mode</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>starting the board</source>
        <translation>Starten des Boards</translation>
    </message>
    <message>
        <source>the LED</source>
        <translation>die LED</translation>
    </message>
    <message>
        <source>the button</source>
        <translation>die Taste</translation>
    </message>
    <message>
        <source>the chosen one</source>
        <translation>der gewählte</translation>
    </message>
    <message>
        <source>the flash LED</source>
        <translation>die Blitz-LED</translation>
    </message>
    <message>
        <source>the infrared LED</source>
        <translation>die Infrarot-LED</translation>
    </message>
    <message>
        <source>the input or output of its model is not what its header says</source>
        <translation>Eingang oder Ausgang seines Modells entspricht nicht seinem Kopf</translation>
    </message>
    <message>
        <source>the image does not have the size that its model needs</source>
        <translation>das Bild hat nicht die Größe, die sein Modell braucht</translation>
    </message>
    <message>
        <source>its boards do not each follow a line [[boards]], so only you can change it</source>
        <translation>ihre Boards stehen nicht jedes unter einer Zeile [[boards]], darum können nur Sie sie ändern</translation>
    </message>
    <message>
        <source>the image is incomplete</source>
        <translation>das Bild ist unvollständig</translation>
    </message>
    <message>
        <source>the process that ran it ended with code {0}</source>
        <translation>der Prozess, der es ausführte, endete mit Code {0}</translation>
    </message>
    <message>
        <source>the request cannot be read</source>
        <translation>die Anfrage ist nicht lesbar</translation>
    </message>
    <message>
        <source>the two take or give codes that stand for other numbers</source>
        <translation>die Codes der beiden stehen am Ein- oder Ausgang für verschiedene Zahlen</translation>
    </message>
    <message>
        <source>there is no model on it</source>
        <translation>es ist kein Modell darauf</translation>
    </message>
    <message>
        <source>there is no such class</source>
        <translation>diese Klasse gibt es nicht</translation>
    </message>
    <message>
        <source>this computer has no TensorFlow Lite Micro</source>
        <translation>auf diesem Computer gibt es kein TensorFlow Lite Micro</translation>
    </message>
    <message>
        <source>this computer has no tflite-micro</source>
        <translation>auf diesem Computer gibt es kein tflite-micro</translation>
    </message>
    <message>
        <source>waited {0} seconds</source>
        <translation>{0} Sekunden gewartet</translation>
    </message>
    <message>
        <source>{0} damaged frames</source>
        <translation>{0} beschädigte Rahmen</translation>
    </message>
    <message>
        <source>{0} of {1} output codes differ</source>
        <translation>{0} von {1} Ausgangscodes unterscheiden sich</translation>
    </message>
    <message>
        <source>{address} cannot be reached through the proxy {proxy}.</source>
        <translation>{address} ist über den Proxy {proxy} nicht erreichbar.</translation>
    </message>
    <message>
        <source>{address} could not be downloaded: {reason}.</source>
        <translation>{address} konnte nicht heruntergeladen werden: {reason}.</translation>
    </message>
    <message>
        <source>{count} images cannot be read. The first is {path}.</source>
        <translation>{count} Bilder sind nicht lesbar. Das erste ist {path}.</translation>
    </message>
    <message>
        <source>{host} cannot be reached. This computer seems to be offline.</source>
        <translation>{host} ist nicht erreichbar. Dieser Computer scheint offline zu sein.</translation>
    </message>
    <message>
        <source>{path} already contains a run with other settings: {difference}.</source>
        <translation>{path} enthält schon einen Lauf mit anderen Einstellungen: {difference}.</translation>
    </message>
    <message>
        <source>{path} already exists and is not empty.</source>
        <translation>{path} gibt es schon, und der Ordner ist nicht leer.</translation>
    </message>
    <message>
        <source>{path} already exists.</source>
        <translation>{path} gibt es schon.</translation>
    </message>
    <message>
        <source>{path} cannot be run: {reason}.</source>
        <translation>{path} lässt sich nicht ausführen: {reason}.</translation>
    </message>
    <message>
        <source>{path} contains an entry that is not safe to unpack: {entry} ({reason}).</source>
        <translation>{path} enthält einen Eintrag, den zu entpacken nicht sicher ist: {entry} ({reason}).</translation>
    </message>
    <message>
        <source>{path} contains more than weights: reading it would call {name}.</source>
        <translation>{path} enthält mehr als Gewichte: Beim Lesen würde {name} aufgerufen.</translation>
    </message>
    <message>
        <source>{path} does not say which class each image has: {reason}.</source>
        <translation>{path} sagt nicht, welche Klasse jedes Bild hat: {reason}.</translation>
    </message>
    <message>
        <source>{path} has format {found}, of another version of the program. This version reads {known}.</source>
        <translation>{path} hat das Format {found} einer anderen Programmversion. Diese Version liest {known}.</translation>
    </message>
    <message>
        <source>{path} has no heat map: that takes a network with gradients, which an int8 file has not.</source>
        <translation>{path} hat keine Heatmap: Dafür braucht es ein Netz mit Gradienten, die eine int8-Datei nicht hat.</translation>
    </message>
    <message>
        <source>{path} has {found} bytes, but the flash chip has {size} bytes.</source>
        <translation>{path} hat {found} Bytes, der Flash-Chip aber {size} Bytes.</translation>
    </message>
    <message>
        <source>{path} is a link or a file, not an ordinary folder.</source>
        <translation>{path} ist ein Link oder eine Datei, kein gewöhnlicher Ordner.</translation>
    </message>
    <message>
        <source>{path} is a link, a folder or a device, not an ordinary file.</source>
        <translation>{path} ist ein Link, ein Ordner oder ein Gerät, keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{path} is already Huffman-coded.</source>
        <translation>{path} ist schon Huffman-codiert.</translation>
    </message>
    <message>
        <source>{path} is damaged, or was changed after its stage wrote it.</source>
        <translation>{path} ist beschädigt oder wurde geändert, nachdem ihr Schritt sie geschrieben hat.</translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation>{path} ist beschädigt.</translation>
    </message>
    <message>
        <source>{path} is larger than {most} MB, so it cannot be what it is named as.</source>
        <translation>{path} ist größer als {most} MB und kann deshalb nicht das sein, wonach es benannt ist.</translation>
    </message>
    <message>
        <source>{path} is not a CIFAR-10 batch: {reason}.</source>
        <translation>{path} ist kein Batch von CIFAR-10: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not a backup for this board ({reason}).</source>
        <translation>{path} ist keine Sicherung für dieses Board ({reason}).</translation>
    </message>
    <message>
        <source>{path} is not a file of PyTorch weights.</source>
        <translation>{path} ist keine Datei mit PyTorch-Gewichten.</translation>
    </message>
    <message>
        <source>{path} is not a model of this program: {reason}.</source>
        <translation>{path} ist kein Modell dieses Programms: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not a readable model file.</source>
        <translation>{path} ist keine lesbare Modelldatei.</translation>
    </message>
    <message>
        <source>{path} is not a readable image.</source>
        <translation>{path} ist kein lesbares Bild.</translation>
    </message>
    <message>
        <source>{path} is not a readable zip or tar archive.</source>
        <translation>{path} ist kein lesbares zip- oder tar-Archiv.</translation>
    </message>
    <message>
        <source>{path} is not a run folder.</source>
        <translation>{path} ist kein Laufordner.</translation>
    </message>
    <message>
        <source>{path} is not an int8 model: {reason}.</source>
        <translation>{path} ist kein int8-Modell: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not the published file: its SHA-256 begins with {found} instead of {expected}.</source>
        <translation>{path} ist nicht die veröffentlichte Datei: Ihr SHA-256 beginnt mit {found} statt mit {expected}.</translation>
    </message>
    <message>
        <source>{path} lists {count} images, but none of them is there. The first is {name}.</source>
        <translation>{path} führt {count} Bilder auf, aber keines davon ist vorhanden. Das erste ist {name}.</translation>
    </message>
    <message>
        <source>{path} was deleted or moved while the program worked on it.</source>
        <translation>{path} wurde gelöscht oder verschoben, während das Programm daran arbeitete.</translation>
    </message>
    <message>
        <source>{stage} cannot start: {needed} is not finished in this run.</source>
        <translation>{stage} kann nicht beginnen: {needed} ist in diesem Lauf nicht fertig.</translation>
    </message>
    <message>
        <source>{path} is protected with a password.</source>
        <translation>{path} ist mit einem Kennwort geschützt.</translation>
    </message>
    <message>
        <source>{path} is {found}, not a file.</source>
        <translation>{path} ist keine Datei ({found}).</translation>
    </message>
    <message>
        <source>{path} would unpack to more than {limit}.</source>
        <translation>{path} würde entpackt mehr als {limit} ergeben.</translation>
    </message>
</context>
<context>
    <name>ExploreDialog</name>
    <message>
        <source>Compare networks</source>
        <translation>Netze vergleichen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>simple</source>
        <translation>einfach</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Bypass</source>
        <translation>Bypass</translation>
    </message>
    <message>
        <source>Squeeze ratio</source>
        <translation>Squeeze-Verhältnis</translation>
    </message>
    <message>
        <source>3x3 filter fraction</source>
        <translation>Anteil der 3x3-Filter</translation>
    </message>
    <message>
        <source>The starting network has a squeeze ratio of {ratio} and a fraction of {share}: with others, all networks are trained from scratch.</source>
        <translation>Das Startnetz hat ein Squeeze-Verhältnis von {ratio} und einen Anteil von {share}: Mit anderen werden alle Netze von Grund auf trainiert.</translation>
    </message>
    <message>
        <source>Epochs of each</source>
        <translation>Epochen für jedes</translation>
    </message>
    <message>
        <source>Use this network</source>
        <translation>Dieses Netz verwenden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln network(s)</source>
        <translation>
            <numerusform>%Ln Netz</numerusform>
            <numerusform>%Ln Netze</numerusform>
        </translation>
    </message>
    <message>
        <source>Train and compare</source>
        <translation>Trainieren und vergleichen</translation>
    </message>
    <message>
        <source>Each network is a point. Click one to see what it needs and to use its settings.</source>
        <translation>Jedes Netz ist ein Punkt. Klicken Sie einen an, um zu sehen, was es braucht, und um seine Einstellungen zu verwenden.</translation>
    </message>
    <message>
        <source>{side} x {side}, width {width}, bypass {bypass}, squeeze ratio {ratio}, 3x3 fraction {share}: {accuracy} ({low_high}) on the test images, {size}, {memory} of memory, about {time} per image.</source>
        <translation>{side} x {side}, Breite {width}, Bypass {bypass}, Squeeze-Verhältnis {ratio}, 3x3-Anteil {share}: {accuracy} ({low_high}) bei den Testbildern, {size}, {memory} Arbeitsspeicher, etwa {time} pro Bild.</translation>
    </message>
    <message>
        <source>Stopped. Finished networks are kept.</source>
        <translation>Gestoppt. Fertige Netze bleiben erhalten.</translation>
    </message>
</context>
<context>
    <name>Exploring</name>
    <message>
        <source>File size (KB)</source>
        <translation>Dateigröße (KB)</translation>
    </message>
    <message>
        <source>Memory (KB)</source>
        <translation>Arbeitsspeicher (KB)</translation>
    </message>
    <message>
        <source>Time per image (ms)</source>
        <translation>Zeit pro Bild (ms)</translation>
    </message>
    <message>
        <source>Accuracy of each network</source>
        <translation>Genauigkeit jedes Netzes</translation>
    </message>
    <message>
        <source>Accuracy and cost</source>
        <translation>Genauigkeit und Aufwand</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>TensorFlow Lite files…</source>
        <translation>TensorFlow-Lite-Dateien…</translation>
    </message>
    <message>
        <source>C source…</source>
        <translation>C-Quelltext…</translation>
    </message>
    <message>
        <source>ESP-IDF project…</source>
        <translation>ESP-IDF-Projekt…</translation>
    </message>
    <message>
        <source>Flash image for any flasher…</source>
        <translation>Flash-Abbild für jedes Flash-Programm…</translation>
    </message>
    <message>
        <source>Web page that flashes the board…</source>
        <translation>Webseite, die das Board flasht…</translation>
    </message>
    <message>
        <source>Model card…</source>
        <translation>Modellkarte…</translation>
    </message>
    <message>
        <source>Everything in one zip file…</source>
        <translation>Alles in einer zip-Datei…</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Save and export</source>
        <translation>Speichern und exportieren</translation>
    </message>
    <message>
        <source>The report, the model files, C source, flash image, web page, model card, run folder.</source>
        <translation>Der Bericht, die Modelldateien, C-Quelltext, Flash-Abbild, Webseite, Modellkarte und der Ordner des Laufs.</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>One page with all figures and charts of this run.</source>
        <translation>Eine Seite mit allen Zahlen und Diagrammen dieses Laufs.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportieren als</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Squeeze Studio could not start.</source>
        <translation>Squeeze Studio konnte nicht starten.</translation>
    </message>
    <message>
        <source>Log file: {path}</source>
        <translation>Protokolldatei: {path}</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>All images of class &apos;{class_name}&apos; have the same background ({files}). Add images from the place where the board will be used.</source>
        <translation>Alle Bilder der Klasse „{class_name}“ haben denselben Hintergrund ({files}). Fügen Sie Bilder von dem Ort hinzu, an dem das Board eingesetzt wird.</translation>
    </message>
    <message>
        <source>Class &apos;{class_name}&apos; has few images: {count}. {enough} or more are recommended.</source>
        <translation>Die Klasse „{class_name}“ hat wenige Bilder: {count}. Empfohlen sind {enough} oder mehr.</translation>
    </message>
    <message>
        <source>Class &apos;{class_name}&apos; has no usable images.</source>
        <translation>Die Klasse „{class_name}“ hat keine brauchbaren Bilder.</translation>
    </message>
    <message>
        <source>Class &apos;{class_name}&apos; has too few different usable images: {count}. At least {least} are needed.</source>
        <translation>Die Klasse „{class_name}“ hat zu wenige verschiedene brauchbare Bilder: {count}. Nötig sind mindestens {least}.</translation>
    </message>
    <message>
        <source>Class &apos;{class_name}&apos; is little more than one burst ({files}). Add images from the place where the board will be used, at other times and from other angles.</source>
        <translation>Die Klasse „{class_name}“ ist kaum mehr als eine Serie ({files}). Fügen Sie Bilder von dem Ort hinzu, an dem das Board eingesetzt wird, zu anderen Zeiten und aus anderen Blickwinkeln.</translation>
    </message>
    <message>
        <source>Class &apos;{class_name}&apos; is missing from your {part} split.</source>
        <translation>Die Klasse „{class_name}“ fehlt in Ihrer Teilmenge {part}.</translation>
    </message>
    <message>
        <source>Class &apos;{class_name}&apos; is not used, but stays in the list ({files}).</source>
        <translation>Die Klasse „{class_name}“ wird nicht benutzt, bleibt aber in der Liste ({files}).</translation>
    </message>
    <message>
        <source>Class &apos;{largest}&apos; has {most} images, class &apos;{class_name}&apos; has only {count}. By default, training gives rare classes more weight.</source>
        <translation>Die Klasse „{largest}“ hat {most} Bilder, die Klasse „{class_name}“ nur {count}. Standardmäßig gewichtet das Training seltene Klassen stärker.</translation>
    </message>
    <message>
        <source>Classes &apos;{class_name}&apos; and &apos;{partner}&apos; have similar names.</source>
        <translation>Die Klassen „{class_name}“ und „{partner}“ haben ähnliche Namen.</translation>
    </message>
    <message>
        <source>Fewer than two classes are used. A classifier needs at least two.</source>
        <translation>Weniger als zwei Klassen werden benutzt. Ein Klassifikator braucht mindestens zwei.</translation>
    </message>
    <message>
        <source>The classes are those in {list} and other files.</source>
        <translation>Die Klassen sind die aus {list} und weiteren Dateien.</translation>
    </message>
    <message>
        <source>The classes are those in {list}.</source>
        <translation>Die Klassen sind die aus {list}.</translation>
    </message>
    <message>
        <source>{files} excluded: copies of images in a later split.</source>
        <translation>{files} ausgeschlossen: Kopien von Bildern einer späteren Teilmenge.</translation>
    </message>
    <message>
        <source>{files} excluded: the same image is in &apos;{class_name}&apos; and in &apos;{partner}&apos;.</source>
        <translation>{files} ausgeschlossen: Dasselbe Bild ist in „{class_name}“ und in „{partner}“.</translation>
    </message>
    <message>
        <source>{files} excluded: the same image is in several classes.</source>
        <translation>{files} ausgeschlossen: Dasselbe Bild ist in mehreren Klassen.</translation>
    </message>
    <message>
        <source>{files} not usable: damaged or incomplete.</source>
        <translation>{files} nicht brauchbar: beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>{files} not usable: less than 8 pixels wide or high.</source>
        <translation>{files} nicht brauchbar: weniger als 8 Pixel breit oder hoch.</translation>
    </message>
    <message>
        <source>{files} not usable: missing or a broken link.</source>
        <translation>{files} nicht brauchbar: fehlend oder defekte Verknüpfung.</translation>
    </message>
    <message>
        <source>{files} not usable: more than 80 million pixels.</source>
        <translation>{files} nicht brauchbar: mehr als 80 Millionen Pixel.</translation>
    </message>
    <message>
        <source>{files} not usable: not a JPEG, PNG, BMP, GIF or WebP image.</source>
        <translation>{files} nicht brauchbar: kein JPEG-, PNG-, BMP-, GIF- oder WebP-Bild.</translation>
    </message>
    <message>
        <source>{files} smaller than {size} pixels: scaled up.</source>
        <translation>{files} kleiner als {size} Pixel: hochskaliert.</translation>
    </message>
    <message>
        <source>{files} without exactly one class in the list: not used.</source>
        <translation>{files} ohne genau eine Klasse in der Liste: nicht verwendet.</translation>
    </message>
    <message>
        <source>{files}: exact copies of others, always in the same split.</source>
        <translation>{files}: exakte Kopien anderer, immer in derselben Teilmenge.</translation>
    </message>
    <message>
        <source>{files}: near copies of images in a later split. The accuracy of that split is too high.</source>
        <translation>{files}: Beinahe-Kopien von Bildern einer späteren Teilmenge. Deren Genauigkeit ist zu hoch.</translation>
    </message>
    <message>
        <source>{files}: near copies of others (bursts or resaved images), always in the same split.</source>
        <translation>{files}: Beinahe-Kopien anderer (Serien oder neu gespeicherte Bilder), immer in derselben Teilmenge.</translation>
    </message>
    <message>
        <source>{files}: near copies of others (bursts or resaved images). This run may have them in different splits. A new run does not.</source>
        <translation>{files}: Beinahe-Kopien anderer (Serien oder neu gespeicherte Bilder). Dieser Lauf hat sie vielleicht in verschiedenen Teilmengen, ein neuer nicht.</translation>
    </message>
    <message>
        <source>{more} other classes are little more than one burst each. Add images from the place where the board will be used, at other times and from other angles.</source>
        <translation>{more} weitere Klassen sind jeweils kaum mehr als eine Serie. Fügen Sie Bilder von dem Ort hinzu, an dem das Board eingesetzt wird, zu anderen Zeiten und aus anderen Blickwinkeln.</translation>
    </message>
    <message>
        <source>{more} other classes have a single background each. Add images from the place where the board will be used.</source>
        <translation>{more} weitere Klassen haben jeweils nur einen Hintergrund. Fügen Sie Bilder von dem Ort hinzu, an dem das Board eingesetzt wird.</translation>
    </message>
    <message>
        <source>{more} other classes have few images. {enough} or more per class are recommended.</source>
        <translation>{more} weitere Klassen haben wenige Bilder. Empfohlen sind {enough} oder mehr je Klasse.</translation>
    </message>
    <message>
        <source>{more} other classes have too few different usable images. At least {least} are needed: add images or exclude these classes.</source>
        <translation>{more} weitere Klassen haben zu wenige verschiedene brauchbare Bilder. Nötig sind mindestens {least}: Fügen Sie Bilder hinzu, oder schließen Sie diese Klassen aus.</translation>
    </message>
    <message>
        <source>{files} outside the class folders: not used.</source>
        <translation>{files} außerhalb der Klassenordner: nicht benutzt.</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenlegen</translation>
    </message>
    <message>
        <source>Use both as one class.</source>
        <translation>Beide als eine Klasse benutzen.</translation>
    </message>
    <message>
        <source>More of the same kind: {count}</source>
        <translation>Weitere derselben Art: {count}</translation>
    </message>
    <message>
        <source>Your changes</source>
        <translation>Ihre Änderungen</translation>
    </message>
    <message>
        <source>Your own folder does not change.</source>
        <translation>Ihr eigener Ordner bleibt unverändert.</translation>
    </message>
    <message>
        <source>No problems with these images.</source>
        <translation>Keine Probleme mit diesen Bildern.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Do not use them. Nothing in your folder changes.</source>
        <translation>Nicht benutzen. In Ihrem Ordner ändert sich nichts.</translation>
    </message>
    <message>
        <source>Split again</source>
        <translation>Neu aufteilen</translation>
    </message>
    <message>
        <source>Split all images randomly instead of by your folders. Near copies stay together.</source>
        <translation>Alle Bilder zufällig aufteilen statt nach Ihren Ordnern. Beinahe-Kopien bleiben zusammen.</translation>
    </message>
    <message>
        <source>Merge into &apos;{name}&apos;</source>
        <translation>Mit „{name}“ zusammenlegen</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>Zusammenlegen mit…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>All images are split again.</source>
        <translation>Alle Bilder werden neu aufgeteilt.</translation>
    </message>
    <message>
        <source>Excluded images: {count}</source>
        <translation>Ausgeschlossene Bilder: {count}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is excluded.</source>
        <translation>„{name}“ ist ausgeschlossen.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is used as &apos;{target}&apos;.</source>
        <translation>„{name}“ wird als „{target}“ benutzt.</translation>
    </message>
</context>
<context>
    <name>FirmwareView</name>
    <message>
        <source>Firmware source</source>
        <translation>Herkunft der Firmware</translation>
    </message>
    <message>
        <source>Firmware is the program on the board that runs the model. It is stored on this computer for next time.</source>
        <translation>Firmware ist das Programm auf dem Board, das das Modell ausführt. Sie wird auf diesem Computer für das nächste Mal gespeichert.</translation>
    </message>
    <message>
        <source>Bundle…</source>
        <translation>Paket…</translation>
    </message>
    <message>
        <source>Use a firmware file from this program&apos;s release page.</source>
        <translation>Eine Firmware-Datei von der Release-Seite dieses Programms verwenden.</translation>
    </message>
    <message>
        <source>Firmware {version}, included with the program</source>
        <translation>Firmware {version}, mit dem Programm geliefert</translation>
    </message>
    <message>
        <source>Firmware {version}, stored on this computer</source>
        <translation>Firmware {version}, auf diesem Computer gespeichert</translation>
    </message>
    <message>
        <source>Download the release</source>
        <translation>Veröffentlichte Version herunterladen</translation>
    </message>
    <message>
        <source>Build with ESP-IDF</source>
        <translation>Mit ESP-IDF bauen</translation>
    </message>
    <message>
        <source>Build with Docker</source>
        <translation>Mit Docker bauen</translation>
    </message>
    <message>
        <source>Install ESP-IDF, then build</source>
        <translation>ESP-IDF installieren, dann bauen</translation>
    </message>
    <message>
        <source>Downloads the firmware from {source}.</source>
        <translation>Lädt die Firmware von {source} herunter.</translation>
    </message>
    <message>
        <source>Builds the firmware here, with the ESP-IDF in {source}.</source>
        <translation>Baut die Firmware hier, mit dem ESP-IDF in {source}.</translation>
    </message>
    <message>
        <source>Builds the firmware here, in a container of the image {source}.</source>
        <translation>Baut die Firmware hier, in einem Container des Images {source}.</translation>
    </message>
    <message>
        <source>Installs {source} with Espressif&apos;s installer (eim), then builds here.</source>
        <translation>Installiert {source} mit Espressifs Installationsprogramm (eim) und baut dann hier.</translation>
    </message>
    <message>
        <source>About {time}.</source>
        <translation>Etwa {time}.</translation>
    </message>
    <message>
        <source>The image takes {disk}.</source>
        <translation>Das Image belegt {disk}.</translation>
    </message>
    <message>
        <source>Downloads a few MB at most.</source>
        <translation>Lädt höchstens wenige MB herunter.</translation>
    </message>
    <message>
        <source>Downloads {download}.</source>
        <translation>Lädt {download} herunter.</translation>
    </message>
    <message>
        <source>Downloads {download} once and takes {disk} on the disk.</source>
        <translation>Lädt einmal {download} herunter, die {disk} auf der Festplatte belegen.</translation>
    </message>
    <message>
        <source>Firmware bundles ({patterns})</source>
        <translation>Firmware-Pakete ({patterns})</translation>
    </message>
    <message>
        <source>Firmware bundle</source>
        <translation>Firmware-Paket</translation>
    </message>
</context>
<context>
    <name>FitGauges</name>
    <message>
        <source>{needed} of {available}</source>
        <translation>{needed} von {available}</translation>
    </message>
    <message>
        <source>Estimated from the settings.</source>
        <translation>Aus den Einstellungen geschätzt.</translation>
    </message>
    <message>
        <source>Measured.</source>
        <translation>Gemessen.</translation>
    </message>
</context>
<context>
    <name>FlashMap</name>
    <message>
        <source>Bootloader</source>
        <translation>Bootloader</translation>
    </message>
    <message>
        <source>Partition table</source>
        <translation>Partitionstabelle</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Your model</source>
        <translation>Ihr Modell</translation>
    </message>
    <message>
        <source>Starts the firmware.</source>
        <translation>Startet die Firmware.</translation>
    </message>
    <message>
        <source>Lists what is where in the flash.</source>
        <translation>Verzeichnet, was wo im Flash liegt.</translation>
    </message>
    <message>
        <source>Your network: pruned, quantized and Huffman-coded.</source>
        <translation>Ihr Netz: ausgedünnt, quantisiert und Huffman-codiert.</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>The virtual board does not need it.</source>
        <translation>Das virtuelle Board braucht es nicht.</translation>
    </message>
    <message>
        <source>still missing</source>
        <translation>fehlt noch</translation>
    </message>
    <message>
        <source>It is not on this computer yet.</source>
        <translation>Es ist noch nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>Flash layout of the board</source>
        <translation>Aufteilung des Flash-Speichers</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>The program that runs the model on the board.</source>
        <translation>Das Programm, das das Modell auf dem Board ausführt.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{total} ✓</source>
        <translation>{total} ✓</translation>
    </message>
</context>
<context>
    <name>FlashingView</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>You can stop or unplug the cable at any time: the board can always be flashed again.</source>
        <translation>Sie können jederzeit anhalten oder das Kabel ziehen: Das Board lässt sich immer neu flashen.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>Ausdünnen</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Huffman</source>
        <translation>Huffman</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What the words mean</source>
        <translation>Was die Wörter bedeuten</translation>
    </message>
    <message>
        <source>When something goes wrong</source>
        <translation>Wenn etwas nicht klappt</translation>
    </message>
    <message>
        <source>Troubleshooting</source>
        <translation>Fehlerbehebung</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Boards</translation>
    </message>
    <message>
        <source>The command line</source>
        <translation>Die Befehlszeile</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Seiten der Anleitung</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Target board</source>
        <translation>Zielboard</translation>
    </message>
    <message>
        <source>flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>The board that runs the model. You can change it at any time.</source>
        <translation>Das Board, auf dem das Modell läuft. Sie können es jederzeit ändern.</translation>
    </message>
    <message>
        <source>Choose a board</source>
        <translation>Board wählen</translation>
    </message>
    <message>
        <source>Flash is where the board stores the model.</source>
        <translation>Im Flash speichert das Board das Modell.</translation>
    </message>
    <message>
        <source>Memory (RAM) is what the board needs to process an image.</source>
        <translation>Speicher (RAM) braucht das Board, um ein Bild zu verarbeiten.</translation>
    </message>
    <message>
        <source>Time per image on the board.</source>
        <translation>Zeit je Bild auf dem Board.</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Guide (F1)</source>
        <translation>Anleitung (F1)</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>HoldBoot</name>
    <message>
        <source>Hold down the BOOT button now</source>
        <translation>Jetzt die BOOT-Taste gedrückt halten</translation>
    </message>
    <message>
        <source>The board does not enter its bootloader automatically. Hold down BOOT, press EN (RST) once, and keep holding BOOT until writing starts. On an ESP32-CAM, connect IO0 to GND instead.</source>
        <translation>Das Board startet seinen Bootloader nicht automatisch. Halten Sie BOOT gedrückt, drücken Sie einmal EN (RST), und halten Sie BOOT, bis das Schreiben beginnt. Verbinden Sie bei einer ESP32-CAM stattdessen IO0 mit GND.</translation>
    </message>
</context>
<context>
    <name>HuffmanPage</name>
    <message>
        <source>How it works</source>
        <translation>Wie es geht</translation>
    </message>
    <message>
        <source>Layers coded</source>
        <translation>Codierte Schichten</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Noch</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Compress</source>
        <translation>Komprimieren</translation>
    </message>
    <message>
        <source>Compress again</source>
        <translation>Neu komprimieren</translation>
    </message>
    <message>
        <source>It restarts from the beginning. This usually takes less than a minute.</source>
        <translation>Es beginnt von vorn. Das dauert meist weniger als eine Minute.</translation>
    </message>
    <message>
        <source>Frequent values get short codes</source>
        <translation>Häufige Werte bekommen kurze Codes</translation>
    </message>
    <message>
        <source>Most weights of the model are now zero. A zero takes one bit instead of eight. The board decodes the weights while it runs, and every weight is exactly the same.</source>
        <translation>Die meisten Gewichte des Modells sind jetzt null. Eine Null braucht ein Bit statt acht. Das Board decodiert die Gewichte zur Laufzeit, und jedes Gewicht ist exakt dasselbe.</translation>
    </message>
    <message>
        <source>Share code tables between layers</source>
        <translation>Codetabellen zwischen Schichten teilen</translation>
    </message>
    <message>
        <source>A layer is one step of the network&apos;s calculation.</source>
        <translation>Eine Schicht ist ein Rechenschritt des Netzes.</translation>
    </message>
    <message>
        <source>Coded weights</source>
        <translation>Codierte Gewichte</translation>
    </message>
    <message>
        <source>Size of all weights coded so far.</source>
        <translation>Größe aller bisher codierten Gewichte.</translation>
    </message>
    <message>
        <source>To compare both files on all images.</source>
        <translation>Für den Vergleich beider Dateien an allen Bildern.</translation>
    </message>
    <message>
        <source>Compression results</source>
        <translation>Ergebnisse der Komprimierung</translation>
    </message>
    <message>
        <source>The line on a bar marks the value before.</source>
        <translation>Der Strich auf einem Balken zeigt den Wert vorher.</translation>
    </message>
    <message>
        <source>Bytes per layer</source>
        <translation>Bytes je Schicht</translation>
    </message>
    <message>
        <source>What the bytes are used for</source>
        <translation>Wofür die Bytes gebraucht werden</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>From {before} to about {after}.</source>
        <translation>Von {before} auf etwa {after}.</translation>
    </message>
    <message>
        <source>The weights take {taken}, including code tables. Lower limits: {entropy} (entropy, for any code of single values), {optimal} (Huffman codes without tables).</source>
        <translation>Die Gewichte brauchen {taken}, einschließlich Codetabellen. Untere Grenzen: {entropy} (Entropie, für jeden Code einzelner Werte), {optimal} (Huffman-Codes ohne Tabellen).</translation>
    </message>
</context>
<context>
    <name>ImageMap</name>
    <message>
        <source>Likely wrong labels first</source>
        <translation>Wahrscheinlich falsche Labels zuerst</translation>
    </message>
    <message>
        <source>likeliest: {name}</source>
        <translation>am ehesten: {name}</translation>
    </message>
    <message>
        <source>label: {name} ({probability})</source>
        <translation>Label: {name} ({probability})</translation>
    </message>
    <message>
        <source>Map of the images</source>
        <translation>Karte der Bilder</translation>
    </message>
    <message>
        <source>{image}: label {is_class} ({probability}), likeliest {likeliest} ({most}).</source>
        <translation>{image}: Label {is_class} ({probability}), am wahrscheinlichsten {likeliest} ({most}).</translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Drop an image here</source>
        <translation>Bild hier ablegen</translation>
    </message>
    <message>
        <source>The image that the board processed</source>
        <translation>Das Bild, das das Board verarbeitet hat</translation>
    </message>
</context>
<context>
    <name>ImagesPanel</name>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Actions for the selected images</source>
        <translation>Aktionen für die ausgewählten Bilder</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Actions for this class</source>
        <translation>Aktionen für diese Klasse</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Zusammenlegen mit</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Einschließen</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>Is the label right?</source>
        <translation>Stimmt das Label?</translation>
    </message>
    <message>
        <source>Label: {name} ({probability})</source>
        <translation>Label: {name} ({probability})</translation>
    </message>
    <message>
        <source>Likeliest class: {name} ({probability})</source>
        <translation>Wahrscheinlichste Klasse: {name} ({probability})</translation>
    </message>
    <message>
        <source>Moved to &apos;{name}&apos;.</source>
        <translation>Nach „{name}“ verschoben.</translation>
    </message>
    <message>
        <source>Excluded. The file stays where it is.</source>
        <translation>Ausgeschlossen. Die Datei bleibt, wo sie ist.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Accuracy on the validation images: they guide training, but the network does not learn from them.</source>
        <translation>Genauigkeit bei den Validierungsbildern: Sie steuern das Training, aber das Netz lernt nicht von ihnen.</translation>
    </message>
    <message>
        <source>Accuracy on the training images.</source>
        <translation>Genauigkeit bei den Trainingsbildern.</translation>
    </message>
    <message>
        <source>Accuracy on the held-out test images, with the 95 % confidence interval.</source>
        <translation>Genauigkeit bei den zurückgehaltenen Testbildern, mit dem 95-%-Konfidenzintervall.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
</context>
<context>
    <name>LiveSources</name>
    <message>
        <source>Images for the board</source>
        <translation>Bilder für das Board</translation>
    </message>
    <message>
        <source>Images ({patterns})</source>
        <translation>Bilder ({patterns})</translation>
    </message>
    <message>
        <source>No board is connected.</source>
        <translation>Kein Board verbunden.</translation>
    </message>
    <message>
        <source>Flash and run one first.</source>
        <translation>Flashen und starten Sie zuerst eines.</translation>
    </message>
    <message>
        <source>Computer&apos;s camera</source>
        <translation>Kamera des Computers</translation>
    </message>
    <message>
        <source>The camera is not available.</source>
        <translation>Die Kamera ist nicht verfügbar.</translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>Not sure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>virtuell</translation>
    </message>
    <message>
        <source>The virtual board cannot measure it.</source>
        <translation>Das virtuelle Board kann es nicht messen.</translation>
    </message>
    <message>
        <source>Send images from this computer&apos;s camera to the board.</source>
        <translation>Bilder von der Kamera dieses Computers an das Board senden.</translation>
    </message>
    <message>
        <source>No class is above the threshold: the image may show none of the classes. Most likely: {name} ({probability}). The threshold comes from this run&apos;s validation images.</source>
        <translation>Keine Klasse liegt über der Schwelle: Vielleicht zeigt das Bild keine der Klassen. Am wahrscheinlichsten: {name} ({probability}). Die Schwelle stammt von den Validierungsbildern dieses Laufs.</translation>
    </message>
    <message>
        <source>Firmware {firmware}, {runtime}, {port} at {baud} baud</source>
        <translation>Firmware {firmware}, {runtime}, {port} mit {baud} Baud</translation>
    </message>
    <message>
        <source>Used by the model: {used}. Still free in the arena: {left}.</source>
        <translation>Vom Modell belegt: {used}. In der Arena noch frei: {left}.</translation>
    </message>
    <message>
        <source>per image (estimate)</source>
        <translation>pro Bild (Schätzung)</translation>
    </message>
    <message>
        <source>The board has a different model. Flash this one to compare.</source>
        <translation>Auf dem Board ist ein anderes Modell. Flashen Sie dieses, um zu vergleichen.</translation>
    </message>
    <message>
        <source>Show what the board&apos;s own camera sees.</source>
        <translation>Zeigen, was die Kamera des Boards sieht.</translation>
    </message>
    <message>
        <source>This board has no camera, or the camera does not respond.</source>
        <translation>Dieses Board hat keine Kamera, oder sie antwortet nicht.</translation>
    </message>
    <message>
        <source>Time to decode the Huffman-coded weights, included in the time per image.</source>
        <translation>Zeit zum Decodieren der Huffman-codierten Gewichte, in der Zeit je Bild enthalten.</translation>
    </message>
    <message>
        <source>Time per image on the board.</source>
        <translation>Zeit je Bild auf dem Board.</translation>
    </message>
    <message>
        <source>Estimated time per image on the chip. The virtual board runs at the speed of this computer.</source>
        <translation>Geschätzte Zeit pro Bild auf dem Chip. Das virtuelle Board läuft so schnell wie dieser Computer.</translation>
    </message>
    <message>
        <source>virtual board agrees {count}</source>
        <translation>virtuelles Board: {count} gleich</translation>
    </message>
    <message>
        <source>board agrees {count}</source>
        <translation>Board: {count} gleich</translation>
    </message>
    <message>
        <source>This board is simulated on this computer. Its times are not those of the chip.</source>
        <translation>Dieses Board wird auf diesem Computer simuliert. Seine Zeiten sind nicht die des Chips.</translation>
    </message>
    <message>
        <source>Number of test images for which the board and the file on this computer give the same prediction.</source>
        <translation>Zahl der Testbilder, für die das Board und die Datei auf diesem Computer dieselbe Vorhersage geben.</translation>
    </message>
    <message>
        <source>per image</source>
        <translation>je Bild</translation>
    </message>
    <message>
        <source>What it saw</source>
        <translation>Was es sah</translation>
    </message>
    <message>
        <source>Show the original beside the exact square that entered the network.</source>
        <translation>Zeigt das Original neben genau dem Quadrat, das in das Netz ging.</translation>
    </message>
    <message>
        <source>images per second</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>Includes sending the image and receiving the result.</source>
        <translation>Einschließlich Senden des Bilds und Empfangen des Ergebnisses.</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>Testbilder</translation>
    </message>
    <message>
        <source>Ten of the held-out test images.</source>
        <translation>Zehn der zurückgehaltenen Testbilder.</translation>
    </message>
    <message>
        <source>Choose images…</source>
        <translation>Bilder wählen…</translation>
    </message>
    <message>
        <source>Any images of yours. You can also drop them on this page.</source>
        <translation>Beliebige eigene Bilder. Sie können sie auch auf dieser Seite ablegen.</translation>
    </message>
    <message>
        <source>Images…</source>
        <translation>Bilder…</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>Decodieren</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Computer&apos;s camera</source>
        <translation>Kamera des Computers</translation>
    </message>
    <message>
        <source>Board&apos;s camera</source>
        <translation>Kamera des Boards</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Make it again</source>
        <translation>Neu erstellen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Modell erstellen</translation>
    </message>
    <message>
        <source>Repeats {steps}: the settings changed there.</source>
        <translation>Wiederholt {steps}: Dort wurden Einstellungen geändert.</translation>
    </message>
    <message>
        <source>The images of this run changed. Repeats {steps}.</source>
        <translation>Die Bilder dieses Laufs haben sich geändert. Wiederholt {steps}.</translation>
    </message>
</context>
<context>
    <name>MapDialog</name>
    <message>
        <source>Map of the images</source>
        <translation>Karte der Bilder</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Make the map again</source>
        <translation>Karte neu erstellen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) likely wrong</source>
        <translation>
            <numerusform>%Ln Label ist wahrscheinlich falsch</numerusform>
            <numerusform>%Ln Labels sind wahrscheinlich falsch</numerusform>
        </translation>
    </message>
    <message>
        <source>No label is likely wrong. The least certain ones are first.</source>
        <translation>Kein Label ist wahrscheinlich falsch. Die unsichersten stehen vorn.</translation>
    </message>
    <message>
        <source>Images that look alike to the starting network lie together. Large marks with an outline have a label that is likely wrong. Click one to look, exclude or move it.</source>
        <translation>Bilder, die für das Startnetz ähnlich aussehen, liegen beieinander. Große, umrandete Punkte haben ein wahrscheinlich falsches Label. Klicken Sie auf einen Punkt, um das Bild anzusehen, auszuschließen oder zu verschieben.</translation>
    </message>
    <message>
        <source>Shown are {count} of {images} images, a part of each class.</source>
        <translation>Gezeigt werden {count} von {images} Bildern, ein Teil jeder Klasse.</translation>
    </message>
    <message>
        <source>Point at an image to see it.</source>
        <translation>Zeigen Sie auf einen Punkt, um das Bild zu sehen.</translation>
    </message>
    <message>
        <source>Stopped. The map is not finished.</source>
        <translation>Gestoppt. Die Karte ist nicht fertig.</translation>
    </message>
</context>
<context>
    <name>MethodChooser</name>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Quantization method</source>
        <translation>Quantisierungsverfahren</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>Quantization-aware training. Best with thousands of images.</source>
        <translation>Training mit Quantisierung. Am besten bei Tausenden von Bildern.</translation>
    </message>
    <message>
        <source>Fit each layer</source>
        <translation>Schichten anpassen</translation>
    </message>
    <message>
        <source>Fast. Most accurate with few images.</source>
        <translation>Schnell. Bei wenigen Bildern am genauesten.</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
</context>
<context>
    <name>MistakeDialog</name>
    <message>
        <source>Worst mistakes</source>
        <translation>Größte Fehler</translation>
    </message>
    <message>
        <source>Move to another class…</source>
        <translation>In eine andere Klasse…</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Prediction: {name} ({probability})</source>
        <translation>Vorhersage: {name} ({probability})</translation>
    </message>
    <message>
        <source>True class: {name} ({probability})</source>
        <translation>Wahre Klasse: {name} ({probability})</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Moved to &apos;{name}&apos;. Make the model again to use it.</source>
        <translation>Nach „{name}“ verschoben. Es gilt, wenn Sie das Modell neu erstellen.</translation>
    </message>
    <message>
        <source>Excluded. Make the model again without it.</source>
        <translation>Ausgeschlossen. Es fehlt, wenn Sie das Modell neu erstellen.</translation>
    </message>
    <message>
        <source>Another task is running.</source>
        <translation>Eine andere Aufgabe läuft.</translation>
    </message>
    <message>
        <source>Is the label wrong? Move the photo, or exclude it.</source>
        <translation>Ist die Zuordnung falsch? Verschieben Sie das Foto, oder schließen Sie es aus.</translation>
    </message>
    <message>
        <source>Is the label wrong? Exclude the image: your folder stays as it is.</source>
        <translation>Ist die Zuordnung falsch? Schließen Sie das Bild aus: Ihr Ordner bleibt, wie er ist.</translation>
    </message>
</context>
<context>
    <name>Mistakes</name>
    <message>
        <source>Worst mistakes of the model</source>
        <translation>Größte Fehler des Modells</translation>
    </message>
    <message>
        <source>{image}: {is_class} ({probability_of_right}). Prediction: {taken_for} ({probability}).</source>
        <translation>{image}: {is_class} ({probability_of_right}). Vorhersage: {taken_for} ({probability}).</translation>
    </message>
    <message>
        <source>predicted: {name}</source>
        <translation>Vorhersage: {name}</translation>
    </message>
    <message>
        <source>true class: {name}</source>
        <translation>wahre Klasse: {name}</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>Noise</name>
    <message>
        <source>{layer}: quantization does not change its output.</source>
        <translation>{layer}: Die Quantisierung ändert ihre Ausgabe nicht.</translation>
    </message>
    <message>
        <source>{layer}, {bits} bits: SQNR of the output {decibels} dB (signal {times} times the noise), of the weights {weights}.</source>
        <translation>{layer}, {bits} Bits: SQNR der Ausgabe {decibels} dB (Signal {times}-mal das Rauschen), der Gewichte {weights}.</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
</context>
<context>
    <name>OperatorsView</name>
    <message>
        <source>Where the time goes when this file classifies an image: in LiteRT on this computer, and on the board.</source>
        <translation>Wofür die Zeit gebraucht wird, wenn diese Datei ein Bild klassifiziert: in LiteRT auf diesem Computer, und auf dem Board.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <source>The worker ended unexpectedly.</source>
        <translation>Der Arbeitsprozess wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>{board} (measured)</source>
        <translation>{board} (gemessen)</translation>
    </message>
    <message>
        <source>{board} (estimated)</source>
        <translation>{board} (geschätzt)</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other operator(s) take less.</source>
        <translation>
            <numerusform>%Ln weiterer Operator braucht weniger.</numerusform>
            <numerusform>%Ln weitere Operatoren brauchen weniger.</numerusform>
        </translation>
    </message>
    <message>
        <source>LiteRT: each operator alone, with one thread. Together {alone}; the whole file takes {whole}.</source>
        <translation>LiteRT: jeder Operator allein, mit einem Thread. Zusammen {alone}; die ganze Datei braucht {whole}.</translation>
    </message>
    <message>
        <source>LiteRT runs the decoded file: it does not know TFLM_DECODE.</source>
        <translation>LiteRT führt die decodierte Datei aus: Es kennt TFLM_DECODE nicht.</translation>
    </message>
    <message>
        <source>{board}: as a board of this type reported it after flashing.</source>
        <translation>{board}: wie es ein Board dieses Typs nach dem Flashen gemeldet hat.</translation>
    </message>
    <message>
        <source>{board}: estimated from the multiplications of the convolutions.</source>
        <translation>{board}: aus den Multiplikationen der Faltungen geschätzt.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Results up to the last finished epoch are saved. You can continue from there.</source>
        <translation>Die Ergebnisse bis zur letzten fertigen Epoche sind gespeichert. Sie können dort fortsetzen.</translation>
    </message>
    <message>
        <source>Stopped. Finished work is saved.</source>
        <translation>Angehalten. Fertige Arbeit ist gespeichert.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The task was ended by the system or another program.</source>
        <translation>Die Aufgabe wurde vom System oder einem anderen Programm beendet.</translation>
    </message>
    <message>
        <source>The task ended unexpectedly (code {code}).</source>
        <translation>Die Aufgabe wurde unerwartet beendet (Code {code}).</translation>
    </message>
</context>
<context>
    <name>OwnBoardDialog</name>
    <message>
        <source>My board is not in the list</source>
        <translation>Mein Board ist nicht dabei</translation>
    </message>
    <message>
        <source>Change this board</source>
        <translation>Dieses Board ändern</translation>
    </message>
    <message>
        <source>The maker&apos;s page or the print on the module says all of this. It is kept on this computer.</source>
        <translation>Das alles steht auf der Seite des Herstellers oder auf dem Modul. Es wird auf diesem Computer gespeichert.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>Chip</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>PSRAM</source>
        <translation>PSRAM</translation>
    </message>
    <message>
        <source>USB port</source>
        <translation>USB-Anschluss</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Camera pins</source>
        <translation>Pins der Kamera</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add board</source>
        <translation>Board hinzufügen</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>quad (2 to 8 MB)</source>
        <translation>Quad (2 bis 8 MB)</translation>
    </message>
    <message>
        <source>octal (8 MB or more)</source>
        <translation>Octal (8 MB oder mehr)</translation>
    </message>
    <message>
        <source>with an adapter on the board (CP210x, CH340)</source>
        <translation>mit einem Adapter auf dem Board (CP210x, CH340)</translation>
    </message>
    <message>
        <source>the chip&apos;s own</source>
        <translation>der des Chips selbst</translation>
    </message>
    <message>
        <source>wired as on {board}</source>
        <translation>angeschlossen wie bei {board}</translation>
    </message>
    <message>
        <source>other pins</source>
        <translation>andere Pins</translation>
    </message>
</context>
<context>
    <name>PairCurves</name>
    <message>
        <source>epochs: {count}</source>
        <translation>Epochen: {count}</translation>
    </message>
</context>
<context>
    <name>PhotoEdits</name>
    <message>
        <source>Deleted: {photo}</source>
        <translation>Gelöscht: {photo}</translation>
    </message>
    <message>
        <source>Moved to &apos;{name}&apos;: {photo}</source>
        <translation>Nach „{name}“ verschoben: {photo}</translation>
    </message>
    <message>
        <source>Excluded: {photo}</source>
        <translation>Ausgeschlossen: {photo}</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Where is the board connected?</source>
        <translation>Wo ist das Board angeschlossen?</translation>
    </message>
    <message>
        <source>Other ports</source>
        <translation>Andere Anschlüsse</translation>
    </message>
    <message>
        <source>My board is not in the list</source>
        <translation>Mein Board ist nicht dabei</translation>
    </message>
    <message>
        <source>A simulated board: you can flash and use it like a real one.</source>
        <translation>Ein simuliertes Board: Sie können es wie ein echtes flashen und benutzen.</translation>
    </message>
    <message>
        <source>Connected by cable</source>
        <translation>Mit Kabel angeschlossen</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Virtual board, simulated on this computer</source>
        <translation>Virtuelles Board (hier simuliert)</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Systemvorgabe</translation>
    </message>
    <message>
        <source>Color scheme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Record performance traces</source>
        <translation>Leistungsprofile aufzeichnen</translation>
    </message>
    <message>
        <source>Each step saves a trace for chrome://tracing in the logs folder of its run.</source>
        <translation>Jeder Schritt speichert ein Profil für chrome://tracing im Ordner logs seines Laufs.</translation>
    </message>
    <message>
        <source>Runs folder…</source>
        <translation>Ordner für Läufe…</translation>
    </message>
    <message>
        <source>Version and licenses</source>
        <translation>Version und Lizenzen</translation>
    </message>
    <message>
        <source>Runs folder</source>
        <translation>Ordner für Läufe</translation>
    </message>
    <message>
        <source>About Squeeze Studio…</source>
        <translation>Über Squeeze Studio…</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bestmöglich</translation>
    </message>
    <message>
        <source>A first model to try everything out.</source>
        <translation>Ein erstes Modell, um alles auszuprobieren.</translation>
    </message>
    <message>
        <source>More accurate, with a smaller final file.</source>
        <translation>Genauer, mit kleinerer Datei am Ende.</translation>
    </message>
    <message>
        <source>The smallest and most accurate model. Takes the longest.</source>
        <translation>Das kleinste und genaueste Modell. Dauert am längsten.</translation>
    </message>
    <message>
        <source>Training preset</source>
        <translation>Trainingsvorgabe</translation>
    </message>
    <message>
        <source>All steps: about {time}.</source>
        <translation>Alle Schritte: etwa {time}.</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>What the network sees</source>
        <translation>Was das Netz sieht</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Augmented for training</source>
        <translation>Augmentiert für das Training</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Preparing</source>
        <translation>Vorbereiten</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop now. Finished work is saved, and you can continue later.</source>
        <translation>Jetzt anhalten. Fertige Arbeit ist gespeichert, und Sie können später fortsetzen.</translation>
    </message>
    <message>
        <source>Messages of the current task.</source>
        <translation>Meldungen der laufenden Aufgabe.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Log ({count})</source>
        <translation>Protokoll ({count})</translation>
    </message>
</context>
<context>
    <name>ProofMarks</name>
    <message>
        <source>Lossless</source>
        <translation>Verlustfrei</translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message>
        <source>All {count} coded weight tensors decode to exactly the same bytes.</source>
        <translation>Alle {count} codierten Gewichtstensoren ergeben decodiert exakt dieselben Bytes.</translation>
    </message>
    <message>
        <source>The board&apos;s runtime (TFLM) decodes {count} of {all} identically.</source>
        <translation>Die Laufzeit des Boards (TFLM) decodiert {count} von {all} identisch.</translation>
    </message>
    <message>
        <source>The board&apos;s runtime (TFLM) is not available on this computer.</source>
        <translation>Die Laufzeit des Boards (TFLM) ist auf diesem Computer nicht verfügbar.</translation>
    </message>
    <message>
        <source>Both files give identical outputs on {count} of {all} images.</source>
        <translation>Beide Dateien geben bei {count} von {all} Bildern identische Ausgaben.</translation>
    </message>
</context>
<context>
    <name>Prune</name>
    <message>
        <source>by magnitude, over all layers</source>
        <translation>nach Betrag, über alle Schichten</translation>
    </message>
    <message>
        <source>same sparsity in each layer</source>
        <translation>gleicher Anteil in jeder Schicht</translation>
    </message>
    <message>
        <source>fine-tune</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>fit each layer (fast)</source>
        <translation>Schichten anpassen (schnell)</translation>
    </message>
    <message>
        <source>Accuracy recovery</source>
        <translation>Wiederherstellen der Genauigkeit</translation>
    </message>
    <message>
        <source>Filters to remove</source>
        <translation>Zu entfernende Filter</translation>
    </message>
    <message>
        <source>Sparsity distribution</source>
        <translation>Verteilung der Nullen</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Distillation alpha</source>
        <translation>Destillations-Alpha</translation>
    </message>
    <message>
        <source>Peak learning rate</source>
        <translation>Höchste Lernrate</translation>
    </message>
</context>
<context>
    <name>PrunePage</name>
    <message>
        <source>Prune again</source>
        <translation>Neu ausdünnen</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>Continues with the next trial.</source>
        <translation>Setzt mit dem nächsten Versuch fort.</translation>
    </message>
    <message>
        <source>All epochs are finished. Only measuring remains.</source>
        <translation>Alle Epochen sind fertig. Es fehlt nur die Messung.</translation>
    </message>
    <message>
        <source>Sparsity</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>Fraction of the weights removed so far.</source>
        <translation>Anteil der bisher entfernten Gewichte.</translation>
    </message>
    <message>
        <source>Accuracy on the validation images after the last epoch.</source>
        <translation>Genauigkeit bei den Validierungsbildern nach der letzten Epoche.</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Pruned</source>
        <translation>Ausgedünnt</translation>
    </message>
    <message>
        <source>Removed weights by layer</source>
        <translation>Entfernte Gewichte je Schicht</translation>
    </message>
    <message>
        <source>Each bar is one layer of the network. It fills up as weights are removed.</source>
        <translation>Jeder Balken ist eine Schicht des Netzes. Er füllt sich, während Gewichte entfernt werden.</translation>
    </message>
    <message>
        <source>{layer}: {share} of {count} weights removed.</source>
        <translation>{layer}: {share} von {count} Gewichten entfernt.</translation>
    </message>
    <message>
        <source>Pruning takes about {time}.</source>
        <translation>Das Ausdünnen dauert etwa {time}.</translation>
    </message>
</context>
<context>
    <name>Quantize</name>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Distillation alpha</source>
        <translation>Destillations-Alpha</translation>
    </message>
    <message>
        <source>Peak learning rate</source>
        <translation>Höchste Lernrate</translation>
    </message>
</context>
<context>
    <name>QuantizePage</name>
    <message>
        <source>Quantize again</source>
        <translation>Neu quantisieren</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>You can stop at any time: finished epochs are saved.</source>
        <translation>Sie können jederzeit anhalten: Fertige Epochen sind gespeichert.</translation>
    </message>
    <message>
        <source>Continues with quantizing and measuring.</source>
        <translation>Setzt mit Quantisieren und Messen fort.</translation>
    </message>
    <message>
        <source>Accuracy on the validation images with quantized weights.</source>
        <translation>Genauigkeit bei den Validierungsbildern mit quantisierten Gewichten.</translation>
    </message>
    <message>
        <source>Float baseline</source>
        <translation>Float-Referenz</translation>
    </message>
    <message>
        <source>Quantized (int8)</source>
        <translation>Quantisiert (int8)</translation>
    </message>
    <message>
        <source>Signal-to-quantization-noise ratio (SQNR) by layer</source>
        <translation>Signal-Quantisierungsrausch-Abstand (SQNR) je Schicht</translation>
    </message>
    <message>
        <source>Each bar is one layer. The higher the bar, the less quantization changed its output.</source>
        <translation>Jeder Balken ist eine Schicht. Je höher er ist, desto weniger hat die Quantisierung ihre Ausgabe geändert.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>File size: {after} instead of {before}, {factor} times smaller.</source>
        <translation>Dateigröße: {after} statt {before}, {factor}-mal kleiner.</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>validation {value}</source>
        <translation>Validierung {value}</translation>
    </message>
    <message>
        <source>training {value}</source>
        <translation>Training {value}</translation>
    </message>
    <message>
        <source>{stage}, epoch {epoch} of {epochs}</source>
        <translation>{stage}, Epoche {epoch} von {epochs}</translation>
    </message>
    <message>
        <source>test {value}</source>
        <translation>Test {value}</translation>
    </message>
    <message>
        <source>test {value} ({low} to {high})</source>
        <translation>Test {value} ({low} bis {high})</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>One click does these four steps with the recommended settings, or with those that you have chosen on their pages.</source>
        <translation>Ein Klick erledigt diese vier Schritte, mit den empfohlenen Einstellungen oder mit denen, die Sie auf ihren Seiten gewählt haben.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Which of the four steps is at work.</source>
        <translation>Welcher der vier Schritte gerade läuft.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>The accuracy so far. The result is measured at the end.</source>
        <translation>Die bisherige Genauigkeit. Das Ergebnis wird am Ende gemessen.</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Noch</translation>
    </message>
    <message>
        <source>An estimate for all steps together.</source>
        <translation>Eine Schätzung für alle Schritte zusammen.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>Größte Fehler</translation>
    </message>
    <message>
        <source>{factor} times smaller than the trained network ({before})</source>
        <translation>{factor}-mal kleiner als das trainierte Netz ({before})</translation>
    </message>
    <message>
        <source>No mistakes on the test images.</source>
        <translation>Keine Fehler bei den Testbildern.</translation>
    </message>
    <message>
        <source>Wrong predictions with the highest confidence.</source>
        <translation>Falsche Vorhersagen mit der höchsten Sicherheit.</translation>
    </message>
    <message>
        <source>{step} ({number} of {count})</source>
        <translation>{step} ({number} von {count})</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Weiter: {step}</translation>
    </message>
    <message>
        <source>You can stop at any time: finished work is saved.</source>
        <translation>Sie können jederzeit anhalten: Fertige Arbeit ist gespeichert.</translation>
    </message>
    <message>
        <source>Another task is running.</source>
        <translation>Eine andere Aufgabe läuft.</translation>
    </message>
    <message>
        <source>Continues with {step}.</source>
        <translation>Setzt mit {step} fort.</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>sample scenes</source>
        <translation>Beispielszenen</translation>
    </message>
    <message>
        <source>Selected for comparison</source>
        <translation>Zum Vergleich ausgewählt</translation>
    </message>
    <message>
        <source>Actions for {name}</source>
        <translation>Aktionen für {name}</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>This folder no longer exists or no longer contains a run.</source>
        <translation>Diesen Ordner gibt es nicht mehr, oder er enthält keinen Lauf mehr.</translation>
    </message>
    <message>
        <source>If you moved it, open it in its new place.</source>
        <translation>Wenn Sie ihn verschoben haben, öffnen Sie ihn am neuen Ort.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or delete it.</source>
        <translation>Stellen Sie ihn aus einer Sicherung wieder her, oder löschen Sie ihn.</translation>
    </message>
    <message>
        <source>No step finished yet</source>
        <translation>Noch kein Schritt fertig</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln Klasse</numerusform>
            <numerusform>%Ln Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: {step}</source>
        <translation>Angehalten: {step}</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>{done} of {all} steps finished</source>
        <translation>{done} von {all} Schritten fertig</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>Speicherplatz freigeben</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Compare with another run</source>
        <translation>Mit einem anderen Lauf vergleichen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>RunOpener</name>
    <message>
        <source>Folder with photos</source>
        <translation>Ordner mit Fotos</translation>
    </message>
    <message>
        <source>Archives ({patterns})</source>
        <translation>Archive ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Archive with photos</source>
        <translation>Archiv mit Fotos</translation>
    </message>
    <message>
        <source>Run folder</source>
        <translation>Ordner eines Laufs</translation>
    </message>
    <message>
        <source>You dropped {count} items at once.</source>
        <translation>Sie haben {count} Elemente auf einmal abgelegt.</translation>
    </message>
    <message>
        <source>Put all images into one folder, with a subfolder per class, and drop that folder.</source>
        <translation>Legen Sie alle Bilder in einen Ordner, mit einem Unterordner je Klasse, und legen Sie diesen Ordner hier ab.</translation>
    </message>
    <message>
        <source>A task of the run &apos;{name}&apos; is in progress.</source>
        <translation>Eine Aufgabe des Laufs „{name}“ läuft noch.</translation>
    </message>
    <message>
        <source>Wait until it is finished, or stop it. Finished work is saved.</source>
        <translation>Warten Sie, bis sie fertig ist, oder halten Sie sie an. Fertige Arbeit ist gespeichert.</translation>
    </message>
    <message>
        <source>Sample scenes</source>
        <translation>Beispielszenen</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Trials</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Trial {trial} of at most {most} is finished. Each bar shows how much was removed.</source>
        <translation>Versuch {trial} von höchstens {most} ist fertig. Jeder Balken zeigt, wie viel entfernt wurde.</translation>
    </message>
    <message>
        <source>The first trial is running.</source>
        <translation>Der erste Versuch läuft.</translation>
    </message>
    <message>
        <source>{share} % removed</source>
        <translation>{share} % entfernt</translation>
    </message>
    <message>
        <source>no loss</source>
        <translation>kein Verlust</translation>
    </message>
    <message>
        <source>{points} points lost</source>
        <translation>{points} Punkte verloren</translation>
    </message>
    <message>
        <source>{cost}: too much  ✗</source>
        <translation>{cost}: zu viel  ✗</translation>
    </message>
    <message>
        <source>{filters} % of the filters and {zeros} % of the other weights removed: {cost}.</source>
        <translation>{filters} % der Filter und {zeros} % der übrigen Gewichte entfernt: {cost}.</translation>
    </message>
</context>
<context>
    <name>SeeingPanel</name>
    <message>
        <source>Show another image.</source>
        <translation>Ein anderes Bild zeigen.</translation>
    </message>
    <message>
        <source>Another image</source>
        <translation>Anderes Bild</translation>
    </message>
    <message>
        <source>Show other augmentations. Training draws new ones for every image in every epoch.</source>
        <translation>Andere Augmentierungen zeigen. Das Training erzeugt in jeder Epoche neue für jedes Bild.</translation>
    </message>
    <message>
        <source>Other augmentations</source>
        <translation>Andere Augmentierungen</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Grayscale</source>
        <translation>Graustufen</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Larger images show more detail, but need more memory and time.</source>
        <translation>Größere Bilder zeigen mehr Einzelheiten, brauchen aber mehr Speicher und Zeit.</translation>
    </message>
    <message>
        <source>Grayscale is enough when color does not distinguish the classes.</source>
        <translation>Graustufen genügen, wenn die Farbe die Klassen nicht unterscheidet.</translation>
    </message>
    <message>
        <source>Augment the training images</source>
        <translation>Trainingsbilder augmentieren</translation>
    </message>
    <message>
        <source>Mirrored, shifted and tinted images keep the network from memorizing the originals.</source>
        <translation>Gespiegelte, verschobene und umgefärbte Bilder verhindern, dass das Netz die Originale auswendig lernt.</translation>
    </message>
    <message>
        <source>All steps take about {time} here.</source>
        <translation>Alle Schritte dauern hier etwa {time}.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Validation fraction</source>
        <translation>Anteil für die Validierung</translation>
    </message>
    <message>
        <source>Test fraction</source>
        <translation>Anteil für den Test</translation>
    </message>
    <message>
        <source>Unreadable images</source>
        <translation>Unlesbare Bilder</translation>
    </message>
    <message>
        <source>Scenes per class</source>
        <translation>Szenen je Klasse</translation>
    </message>
    <message>
        <source>Memory for images (MB)</source>
        <translation>Speicher für Bilder (MB)</translation>
    </message>
    <message>
        <source>Fits {board}: about {time} per image.</source>
        <translation>Passt auf {board}: etwa {time} je Bild.</translation>
    </message>
    <message>
        <source>Does not fit {board}: choose smaller images or another board.</source>
        <translation>Passt nicht auf {board}: Wählen Sie kleinere Bilder oder ein anderes Board.</translation>
    </message>
</context>
<context>
    <name>Seen</name>
    <message>
        <source>test image {number}</source>
        <translation>Testbild {number}</translation>
    </message>
    <message>
        <source>{image}: the board predicts {name} ({share})</source>
        <translation>{image}: Vorhersage des Boards {name} ({share})</translation>
    </message>
    <message>
        <source>{image}: the board is not sure ({name}, {share})</source>
        <translation>{image}: das Board ist nicht sicher ({name}, {share})</translation>
    </message>
    <message>
        <source>, which is correct</source>
        <translation>, das ist richtig</translation>
    </message>
    <message>
        <source>, which is wrong: it is {truth}</source>
        <translation>, das ist falsch: Es ist {truth}</translation>
    </message>
    <message>
        <source>: it is {truth}</source>
        <translation>: Es ist {truth}</translation>
    </message>
    <message>
        <source>; the file agrees</source>
        <translation>; die Datei stimmt überein</translation>
    </message>
    <message>
        <source>; the file predicts {expected}</source>
        <translation>; Vorhersage der Datei {expected}</translation>
    </message>
    <message>
        <source>; the file agrees, with different probabilities</source>
        <translation>; die Datei stimmt überein, mit anderen Wahrscheinlichkeiten</translation>
    </message>
</context>
<context>
    <name>SeenPair</name>
    <message>
        <source>The original image</source>
        <translation>Das Originalbild</translation>
    </message>
    <message>
        <source>The image was lost on the way from the board.</source>
        <translation>Das Bild ging auf dem Weg vom Board verloren.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>The board did not say what entered its network. Flash its firmware again.</source>
        <translation>Das Board hat nicht mitgeteilt, was in sein Netz ging. Flashen Sie seine Firmware erneut.</translation>
    </message>
    <message>
        <source>The very values that entered the network, as the board reports them.</source>
        <translation>Genau die Werte, die in das Netz gingen, wie das Board sie mitteilt.</translation>
    </message>
    <message>
        <source>Looking for the original photo…</source>
        <translation>Das Originalfoto wird gesucht…</translation>
    </message>
    <message>
        <source>Original: {name}</source>
        <translation>Original: {name}</translation>
    </message>
    <message>
        <source>The original photo is gone: {name}</source>
        <translation>Das Originalfoto ist nicht mehr da: {name}</translation>
    </message>
    <message>
        <source>The original photo has changed: {name}</source>
        <translation>Das Originalfoto hat sich geändert: {name}</translation>
    </message>
    <message>
        <source>The run does not say which photo this test image was.</source>
        <translation>Der Lauf sagt nicht, welches Foto dieses Testbild war.</translation>
    </message>
    <message>
        <source>Sent to the board: {size} pixels</source>
        <translation>An das Board gesendet: {size} Pixel</translation>
    </message>
    <message>
        <source>Network input: {size} pixels</source>
        <translation>Eingabe des Netzes: {size} Pixel</translation>
    </message>
</context>
<context>
    <name>SeenStrip</name>
    <message>
        <source>Recent images</source>
        <translation>Letzte Bilder</translation>
    </message>
</context>
<context>
    <name>SettingField</name>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Allowed: {least} to {most}.</source>
        <translation>Erlaubt: {least} bis {most}.</translation>
    </message>
    <message>
        <source>Allowed: {least} or more.</source>
        <translation>Erlaubt: {least} oder mehr.</translation>
    </message>
    <message>
        <source>Allowed: more than {least}, up to {most}.</source>
        <translation>Erlaubt: mehr als {least}, höchstens {most}.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>a class to exclude, or the path of an image in the data set</source>
        <translation>eine Klasse, die ausgeschlossen wird, oder der Pfad eines Bildes im Datensatz</translation>
    </message>
    <message>
        <source>accuracy that pruning may cost, in percentage points; the smallest network within this limit is searched for, and sparsity and filters are ignored</source>
        <translation>Genauigkeit, die das Ausdünnen kosten darf, in Prozentpunkten; gesucht wird das kleinste Netz innerhalb dieser Grenze, sparsity und filters gelten dann nicht</translation>
    </message>
    <message>
        <source>augment the training images: mirror, shift and tint them</source>
        <translation>Trainingsbilder augmentieren: spiegeln, verschieben und umfärben</translation>
    </message>
    <message>
        <source>batch size: images per training step</source>
        <translation>Batchgröße: Bilder je Trainingsschritt</translation>
    </message>
    <message>
        <source>bits per quantized weight; the first and the last layer keep 8</source>
        <translation>Bits je quantisiertem Gewicht; die erste und die letzte Schicht behalten 8</translation>
    </message>
    <message>
        <source>bypass connections around Fire modules: none, simple (every second), complex (every)</source>
        <translation>Bypass-Verbindungen um Fire-Module: none (keine), simple (jedes zweite), complex (jedes)</translation>
    </message>
    <message>
        <source>classes to merge into another class</source>
        <translation>Klassen, die mit einer anderen zusammengelegt werden</translation>
    </message>
    <message>
        <source>distillation alpha: weight of the trained network&apos;s predictions against the labels</source>
        <translation>Destillations-Alpha: Gewicht der Vorhersagen des trainierten Netzes gegenüber den Labels</translation>
    </message>
    <message>
        <source>epochs of pruning and fine-tuning</source>
        <translation>Epochen des Ausdünnens und der Feinabstimmung</translation>
    </message>
    <message>
        <source>epochs of quantization-aware training</source>
        <translation>Epochen des Trainings mit Quantisierung</translation>
    </message>
    <message>
        <source>fine-tune while pruning, or fit each layer to its outputs before pruning (fast, and better with few images)</source>
        <translation>beim Ausdünnen feinabstimmen, oder jede Schicht an ihre Ausgaben vor dem Ausdünnen anpassen (schnell, und besser bei wenigen Bildern)</translation>
    </message>
    <message>
        <source>fine-tune with quantized weights, or fit each layer to its float outputs (fast, and better with few images)</source>
        <translation>mit quantisierten Gewichten feinabstimmen, oder jede Schicht an ihre Float-Ausgaben anpassen (schnell, und besser bei wenigen Bildern)</translation>
    </message>
    <message>
        <source>first epochs with starting weights in which only the last layer is trained</source>
        <translation>erste Epochen mit Startgewichten, in denen nur die letzte Schicht trainiert wird</translation>
    </message>
    <message>
        <source>folder or archive with images, or &apos;scenes&apos; (the sample scenes)</source>
        <translation>Ordner oder Archiv mit Bildern, oder &apos;scenes&apos; (die Beispielszenen)</translation>
    </message>
    <message>
        <source>fraction of the expand filters that are 3x3</source>
        <translation>Anteil der Expand-Filter, die 3x3 groß sind</translation>
    </message>
    <message>
        <source>fraction of the filters removed before sparsity is applied</source>
        <translation>Anteil der Filter, die vor dem Nullsetzen ganz entfernt werden</translation>
    </message>
    <message>
        <source>fraction of the images held out for the test</source>
        <translation>Anteil der Bilder, die für den Test zurückgehalten werden</translation>
    </message>
    <message>
        <source>fraction of the images used for validation</source>
        <translation>Anteil der Bilder für die Validierung</translation>
    </message>
    <message>
        <source>give images of rare classes more weight; auto: when class sizes differ a lot</source>
        <translation>Bilder seltener Klassen stärker gewichten; auto: wenn die Klassengrößen stark abweichen</translation>
    </message>
    <message>
        <source>how sparsity is distributed: one magnitude threshold for all layers, or the same sparsity in each</source>
        <translation>wie sich die Nullen verteilen: ein Schwellenwert für alle Schichten, oder in jeder derselbe Anteil</translation>
    </message>
    <message>
        <source>image size: side of the square network input, in pixels</source>
        <translation>Bildgröße: Seite der quadratischen Eingabe des Netzes, in Pixeln</translation>
    </message>
    <message>
        <source>last checkpoints to keep</source>
        <translation>letzte Zwischenstände, die behalten werden</translation>
    </message>
    <message>
        <source>let layers share a code table when that makes the file smaller</source>
        <translation>Schichten teilen sich eine Codetabelle, wenn das die Datei verkleinert</translation>
    </message>
    <message>
        <source>like leave_out, but still listed; default: the known clutter of a known data set</source>
        <translation>wie leave_out, aber weiter aufgelistet; Standard: das bekannte Beiwerk eines bekannten Datensatzes</translation>
    </message>
    <message>
        <source>memory for decoded images, in MB; the rest is cached on disk</source>
        <translation>Speicher für decodierte Bilder, in MB; der Rest wird auf dem Datenträger zwischengespeichert</translation>
    </message>
    <message>
        <source>near copies, such as the images of a burst: together (in one split) or anywhere (as in runs of older versions)</source>
        <translation>Beinahe-Kopien wie die Bilder einer Serie: together (in einer Teilmenge) oder anywhere (irgendwo, wie in Läufen älterer Versionen)</translation>
    </message>
    <message>
        <source>network architecture</source>
        <translation>Netzarchitektur</translation>
    </message>
    <message>
        <source>number of sample scenes drawn per class</source>
        <translation>Zahl der gezeichneten Beispielszenen je Klasse</translation>
    </message>
    <message>
        <source>own: the data set&apos;s own train, validation and test folders, if it has them; mixed: split all images again, near copies together</source>
        <translation>own: die Ordner train, validation und test des Datensatzes, falls vorhanden; mixed: alle Bilder neu aufteilen, Beinahe-Kopien zusammen</translation>
    </message>
    <message>
        <source>passes through the training images</source>
        <translation>Durchgänge durch die Trainingsbilder</translation>
    </message>
    <message>
        <source>peak learning rate</source>
        <translation>höchste Lernrate</translation>
    </message>
    <message>
        <source>random seed</source>
        <translation>Startwert des Zufallsgenerators</translation>
    </message>
    <message>
        <source>sparsity: fraction of the weights set to zero</source>
        <translation>Sparsity: Anteil der Gewichte, die auf null gesetzt werden</translation>
    </message>
    <message>
        <source>squeeze ratio: squeeze filters per expand filter</source>
        <translation>Squeeze-Verhältnis: Squeeze-Filter je Expand-Filter</translation>
    </message>
    <message>
        <source>starting weights: &apos;shipped&apos; (the program&apos;s starting network), &apos;imagenet&apos; (downloaded ImageNet weights), a .pth file in torchvision&apos;s format, or &apos;scratch&apos; (random)</source>
        <translation>Startgewichte: &apos;shipped&apos; (das Startnetz des Programms), &apos;imagenet&apos; (heruntergeladene ImageNet-Gewichte), eine .pth-Datei im Format von torchvision oder &apos;scratch&apos; (zufällig)</translation>
    </message>
    <message>
        <source>training steps per checkpoint</source>
        <translation>Trainingsschritte je Zwischenstand</translation>
    </message>
    <message>
        <source>training steps per recorded loss</source>
        <translation>Trainingsschritte je aufgezeichnetem Verlust</translation>
    </message>
    <message>
        <source>training steps per validation</source>
        <translation>Trainingsschritte je Validierung</translation>
    </message>
    <message>
        <source>training steps, instead of epochs</source>
        <translation>Trainingsschritte, anstelle von Epochen</translation>
    </message>
    <message>
        <source>use a ReLU after the last convolution, as in the paper; only for starting weights</source>
        <translation>ein ReLU nach der letzten Faltung verwenden, wie in der Veröffentlichung; nur für Startgewichte</translation>
    </message>
    <message>
        <source>use grayscale instead of color</source>
        <translation>Graustufen statt Farbe verwenden</translation>
    </message>
    <message>
        <source>what to do with unreadable images</source>
        <translation>was mit unlesbaren Bildern geschieht</translation>
    </message>
    <message>
        <source>width multiplier: factor on the number of filters of every layer</source>
        <translation>Breitenfaktor: Faktor für die Zahl der Filter jeder Schicht</translation>
    </message>
    <message>
        <source>with starting weights: batch normalization keeps its statistics, which is better with few images</source>
        <translation>mit Startgewichten: Die Batch-Normalisierung behält ihre Statistik, was bei wenigen Bildern besser ist</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Your runs</source>
        <translation>Ihre Läufe</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>Lauf öffnen…</translation>
    </message>
    <message>
        <source>Cancel comparison</source>
        <translation>Vergleich abbrechen</translation>
    </message>
    <message>
        <source>Deleted runs…</source>
        <translation>Gelöschte Läufe…</translation>
    </message>
    <message numerus="yes">
        <source>Restore a deleted run. Deleted runs are kept for %Ln day(s).</source>
        <translation>
            <numerusform>Einen gelöschten Lauf wiederherstellen. Gelöschte Läufe werden %Ln Tag aufbewahrt.</numerusform>
            <numerusform>Einen gelöschten Lauf wiederherstellen. Gelöschte Läufe werden %Ln Tage aufbewahrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a run folder, including runs made on the command line.</source>
        <translation>Den Ordner eines Laufs öffnen, auch eines von der Befehlszeile.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>{count} weitere zeigen</translation>
    </message>
    <message>
        <source>Choose a run to compare with &apos;{name}&apos;.</source>
        <translation>Wählen Sie einen Lauf zum Vergleich mit „{name}“.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was deleted.</source>
        <translation>„{name}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Freed {size} of &apos;{name}&apos;. Models and results are unchanged.</source>
        <translation>{size} von „{name}“ freigegeben. Modelle und Ergebnisse sind unverändert.</translation>
    </message>
    <message>
        <source>Rename the run</source>
        <translation>Lauf umbenennen</translation>
    </message>
    <message>
        <source>New name of &apos;{name}&apos;:</source>
        <translation>Neuer Name von „{name}“:</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be renamed.</source>
        <translation>„{name}“ kann nicht umbenannt werden.</translation>
    </message>
    <message>
        <source>Restore &apos;{name}&apos;, deleted {when}</source>
        <translation>„{name}“ wiederherstellen, gelöscht {when}</translation>
    </message>
    <message>
        <source>Delete all permanently…</source>
        <translation>Alle endgültig löschen…</translation>
    </message>
    <message>
        <source>Delete permanently?</source>
        <translation>Endgültig löschen?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted run(s) will be removed from the disk.</source>
        <translation>
            <numerusform>%Ln gelöschter Lauf wird von der Festplatte entfernt.</numerusform>
            <numerusform>%Ln gelöschte Läufe werden von der Festplatte entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>They cannot be restored afterwards.</source>
        <translation>Danach können sie nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be restored.</source>
        <translation>„{name}“ lässt sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be deleted.</source>
        <translation>„{name}“ lässt sich nicht löschen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>SizeBars</name>
    <message>
        <source>Sizes</source>
        <translation>Größen</translation>
    </message>
    <message>
        <source>{factor} times smaller than AlexNet</source>
        <translation>{factor}-mal kleiner als AlexNet</translation>
    </message>
    <message>
        <source>{size} with gzip</source>
        <translation>{size} mit gzip</translation>
    </message>
    <message>
        <source>{size}, with gzip {packed}</source>
        <translation>{size}, mit gzip {packed}</translation>
    </message>
    <message numerus="yes">
        <source>AlexNet, %Ln class(es)</source>
        <translation>
            <numerusform>AlexNet, %Ln Klasse</numerusform>
            <numerusform>AlexNet, %Ln Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>AlexNet, 1,000 classes</source>
        <translation>AlexNet, 1.000 Klassen</translation>
    </message>
    <message>
        <source>AlexNet, same classes</source>
        <translation>AlexNet, gleiche Klassen</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Pruned</source>
        <translation>Ausgedünnt</translation>
    </message>
    <message>
        <source>Quantized (int8)</source>
        <translation>Quantisiert (int8)</translation>
    </message>
    <message>
        <source>Huffman-coded</source>
        <translation>Huffman-codiert</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>etwa {size}</translation>
    </message>
    <message>
        <source>Not available yet.</source>
        <translation>Noch nicht vorhanden.</translation>
    </message>
    <message>
        <source>The published model.</source>
        <translation>Das veröffentlichte Modell.</translation>
    </message>
    <message>
        <source>Calculated for the classes of this run.</source>
        <translation>Für die Klassen dieses Laufs berechnet.</translation>
    </message>
    <message>
        <source>Measured: the file size.</source>
        <translation>Gemessen: die Dateigröße.</translation>
    </message>
    <message>
        <source>Estimated from the settings.</source>
        <translation>Aus den Einstellungen geschätzt.</translation>
    </message>
</context>
<context>
    <name>SizeChooser</name>
    <message>
        <source>more accurate</source>
        <translation>genauer</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>kleiner</translation>
    </message>
    <message>
        <source>Find the smallest size automatically</source>
        <translation>Kleinste Größe automatisch finden</translation>
    </message>
    <message>
        <source>Tries different amounts of pruning and uses the most that stays within this accuracy loss.</source>
        <translation>Probiert verschiedene Stärken des Ausdünnens und nimmt die größte innerhalb dieses Genauigkeitsverlusts.</translation>
    </message>
    <message>
        <source>Allowed accuracy loss (points)</source>
        <translation>Erlaubter Genauigkeitsverlust (Punkte)</translation>
    </message>
    <message>
        <source>Smallest size</source>
        <translation>Kleinste Größe</translation>
    </message>
    <message>
        <source>{share} % removed</source>
        <translation>{share} % entfernt</translation>
    </message>
    <message>
        <source>Searches for the smallest model. Allowed accuracy loss, in points: {points}.</source>
        <translation>Sucht das kleinste Modell. Erlaubter Genauigkeitsverlust, in Punkten: {points}.</translation>
    </message>
    <message>
        <source>The file size cannot be estimated for this run.</source>
        <translation>Die Dateigröße lässt sich für diesen Lauf nicht schätzen.</translation>
    </message>
    <message>
        <source>Final file after all steps: {factor} times smaller than without pruning.</source>
        <translation>Endgültige Datei nach allen Schritten: {factor}-mal kleiner als ohne Ausdünnen.</translation>
    </message>
    <message>
        <source>Weights to remove, in percent</source>
        <translation>Zu entfernende Gewichte, in Prozent</translation>
    </message>
    <message>
        <source>How many weights are removed. The more, the smaller the file.</source>
        <translation>Wie viele Gewichte entfernt werden. Je mehr, desto kleiner die Datei.</translation>
    </message>
    <message>
        <source>Allowed accuracy loss, in points</source>
        <translation>Erlaubter Genauigkeitsverlust, in Punkten</translation>
    </message>
    <message>
        <source>One point is one image in a hundred.</source>
        <translation>Ein Punkt ist ein Bild von hundert.</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>etwa {size}</translation>
    </message>
</context>
<context>
    <name>SizeFigures</name>
    <message>
        <source>Quantized</source>
        <translation>Quantisiert</translation>
    </message>
    <message>
        <source>Huffman-coded</source>
        <translation>Huffman-codiert</translation>
    </message>
    <message>
        <source>{factor} times smaller, {alexnet} times smaller than AlexNet. Accuracy: {accuracy}.</source>
        <translation>{factor}-mal kleiner, {alexnet}-mal kleiner als AlexNet. Genauigkeit: {accuracy}.</translation>
    </message>
    <message>
        <source>The quantized file had {before}: it was measured in another runtime, which rounds differently. In the same runtime, both files give the same outputs.</source>
        <translation>Die quantisierte Datei hatte {before}: Sie wurde in einer anderen Laufzeitumgebung gemessen, die anders rundet. In derselben Laufzeitumgebung geben beide Dateien dieselben Ausgaben.</translation>
    </message>
</context>
<context>
    <name>SizesCard</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Logarithmic scale: each line is ten times the one before. Beside each bar: how many times smaller than AlexNet. The pale part is what gzip would save.</source>
        <translation>Logarithmische Skala: Jeder Strich ist das Zehnfache des vorigen. Neben jedem Balken: wievielmal kleiner als AlexNet. Der blasse Teil ist, was gzip sparen würde.</translation>
    </message>
</context>
<context>
    <name>StagePage</name>
    <message>
        <source>You can stop at any time: finished work is saved.</source>
        <translation>Sie können jederzeit anhalten: Fertige Arbeit ist gespeichert.</translation>
    </message>
    <message>
        <source>Another task is running.</source>
        <translation>Eine andere Aufgabe läuft.</translation>
    </message>
    <message>
        <source>Also repeats {steps}: the settings changed there.</source>
        <translation>Wiederholt auch {steps}: Dort wurden Einstellungen geändert.</translation>
    </message>
    <message>
        <source>Also repeats {steps}: the images of this run changed.</source>
        <translation>Wiederholt auch {steps}: Die Bilder dieses Laufs haben sich geändert.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Weiter: {step}</translation>
    </message>
    <message>
        <source>{step} comes first.</source>
        <translation>{step} kommt zuerst.</translation>
    </message>
    <message>
        <source>Go to {step}</source>
        <translation>Zu {step}</translation>
    </message>
</context>
<context>
    <name>StageResults</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>No mistakes on the test images.</source>
        <translation>Keine Fehler bei den Testbildern.</translation>
    </message>
    <message>
        <source>The line on a bar marks the value before.</source>
        <translation>Der Strich auf einem Balken zeigt den Wert vorher.</translation>
    </message>
    <message>
        <source>Accuracy on the test images, lowest class first.</source>
        <translation>Genauigkeit bei den Testbildern, niedrigste Klasse zuerst.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Konfusion</translation>
    </message>
    <message>
        <source>Wrong predictions with the highest confidence.</source>
        <translation>Falsche Vorhersagen mit der höchsten Sicherheit.</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>Größte Fehler</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Nicht sicher</translation>
    </message>
</context>
<context>
    <name>StageRows</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>From photos to a board that sees</source>
        <translation>Von Fotos zu einem Board, das sieht</translation>
    </message>
    <message>
        <source>Choose the images to classify. The program makes a network that runs on a microcontroller.</source>
        <translation>Wählen Sie die Bilder, die klassifiziert werden sollen. Das Programm macht daraus ein Netz, das auf einem Mikrocontroller läuft.</translation>
    </message>
    <message>
        <source>Try the sample scenes</source>
        <translation>Beispielszenen testen</translation>
    </message>
    <message>
        <source>Six kinds of landscape drawn by the program. No download needed.</source>
        <translation>Sechs Arten von Landschaften, vom Programm gezeichnet. Kein Download nötig.</translation>
    </message>
    <message>
        <source>Take photos</source>
        <translation>Fotografieren</translation>
    </message>
    <message>
        <source>Take photos of two or more things with this computer&apos;s camera.</source>
        <translation>Fotografieren Sie zwei oder mehr Dinge mit der Kamera dieses Computers.</translation>
    </message>
    <message>
        <source>Drop photos or a run here</source>
        <translation>Fotos oder einen Lauf hier ablegen</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>Lauf öffnen…</translation>
    </message>
</context>
<context>
    <name>StartWeights</name>
    <message>
        <source>Starting weights</source>
        <translation>Startgewichte</translation>
    </message>
    <message>
        <source>Starting network (included)</source>
        <translation>Startnetz (enthalten)</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Eine Datei…</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>Von Grund auf</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download ImageNet weights</source>
        <translation>ImageNet-Gewichte herunterladen</translation>
    </message>
    <message>
        <source>ImageNet weights (download, 5 MB)</source>
        <translation>ImageNet-Gewichte (herunterladen, 5 MB)</translation>
    </message>
    <message>
        <source>File with starting weights</source>
        <translation>Datei mit Startgewichten</translation>
    </message>
    <message>
        <source>The chosen network has different layers, so it is trained from scratch.</source>
        <translation>Das gewählte Netz hat andere Schichten, daher wird es von Grund auf trainiert.</translation>
    </message>
    <message>
        <source>Pretrained on general images: thirty images per class are enough.</source>
        <translation>Mit allgemeinen Bildern vortrainiert: Dreißig Bilder je Klasse genügen.</translation>
    </message>
    <message>
        <source>A SqueezeNet file in torchvision&apos;s format (.pth). Training continues from its weights.</source>
        <translation>Eine SqueezeNet-Datei im Format von torchvision (.pth). Das Training beginnt mit ihren Gewichten.</translation>
    </message>
    <message>
        <source>Learns only from your images. This takes thousands of images.</source>
        <translation>Lernt nur von Ihren Bildern. Dafür sind Tausende nötig.</translation>
    </message>
    <message>
        <source>Not available for this network. Needs SqueezeNet 1.0 or 1.1, width 1, no bypass.</source>
        <translation>Für dieses Netz nicht verfügbar. Nötig: SqueezeNet 1.0 oder 1.1, Breite 1, kein Bypass.</translation>
    </message>
    <message>
        <source>torchvision&apos;s SqueezeNet, pretrained on ImageNet (a million images): {file}.</source>
        <translation>Das SqueezeNet von torchvision, vortrainiert mit ImageNet (eine Million Bilder): {file}.</translation>
    </message>
    <message>
        <source>torchvision&apos;s SqueezeNet, pretrained on ImageNet (a million images). Download it from {host} once?</source>
        <translation>Das SqueezeNet von torchvision, vortrainiert mit ImageNet (eine Million Bilder). Einmal von {host} herunterladen?</translation>
    </message>
    <message>
        <source>{file} is damaged. Download it from {host} again?</source>
        <translation>{file} ist beschädigt. Noch einmal von {host} herunterladen?</translation>
    </message>
    <message>
        <source>ImageNet weights</source>
        <translation>ImageNet-Gewichte</translation>
    </message>
    <message>
        <source>Weights (*.pth)</source>
        <translation>Gewichte (*.pth)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Building firmware with {tool}</source>
        <translation>Firmware wird mit {tool} gebaut</translation>
    </message>
    <message>
        <source>Calibrating the probabilities</source>
        <translation>Wahrscheinlichkeiten werden kalibriert</translation>
    </message>
    <message>
        <source>Choosing code tables</source>
        <translation>Codetabellen werden gewählt</translation>
    </message>
    <message>
        <source>Checking the images</source>
        <translation>Die Bilder werden geprüft</translation>
    </message>
    <message>
        <source>AlexNet, epoch {epoch} of {epochs}: {accuracy} on the validation images</source>
        <translation>AlexNet, Epoche {epoch} von {epochs}: {accuracy} auf den Validierungsbildern</translation>
    </message>
    <message>
        <source>Checking the labels</source>
        <translation>Labels werden geprüft</translation>
    </message>
    <message>
        <source>Choosing the threshold for “not sure”</source>
        <translation>Die Schwelle für „nicht sicher“ wird bestimmt</translation>
    </message>
    <message>
        <source>Comparing the board with the file on test images</source>
        <translation>Board und Datei werden an Testbildern verglichen</translation>
    </message>
    <message>
        <source>Comparing the outputs in TensorFlow Lite Micro</source>
        <translation>Die Ausgaben werden in TensorFlow Lite Micro verglichen</translation>
    </message>
    <message>
        <source>Comparing the outputs of both models</source>
        <translation>Die Ausgaben beider Modelle werden verglichen</translation>
    </message>
    <message>
        <source>Comparing with the float model</source>
        <translation>Vergleich mit dem Float-Modell</translation>
    </message>
    <message>
        <source>Connecting to the cluster</source>
        <translation>Verbindung zum Cluster wird hergestellt</translation>
    </message>
    <message>
        <source>Converting to an int8 TensorFlow Lite model</source>
        <translation>Umwandlung in ein int8-Modell für TensorFlow Lite</translation>
    </message>
    <message>
        <source>Downloading firmware from {address}</source>
        <translation>Firmware wird von {address} heruntergeladen</translation>
    </message>
    <message>
        <source>Downloading the Docker image {image}</source>
        <translation>Docker-Image {image} herunterladen</translation>
    </message>
    <message>
        <source>Downloading {name} from {host}</source>
        <translation>{name} wird von {host} heruntergeladen</translation>
    </message>
    <message>
        <source>Drawing the sample scenes</source>
        <translation>Die Beispielszenen werden gezeichnet</translation>
    </message>
    <message>
        <source>Encoding the weights</source>
        <translation>Gewichte werden codiert</translation>
    </message>
    <message>
        <source>Estimating the accuracy on new images</source>
        <translation>Die Genauigkeit bei neuen Bildern wird geschätzt</translation>
    </message>
    <message>
        <source>Fitting each layer to its outputs before pruning</source>
        <translation>Jede Schicht wird an ihre Ausgaben vor dem Ausdünnen angepasst</translation>
    </message>
    <message>
        <source>Identifying the board</source>
        <translation>Das Board wird erkannt</translation>
    </message>
    <message>
        <source>Installing ESP-IDF {release} with eim</source>
        <translation>ESP-IDF {release} mit eim installieren</translation>
    </message>
    <message>
        <source>Loading the images</source>
        <translation>Die Bilder werden geladen</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>Die Modelle werden geladen</translation>
    </message>
    <message>
        <source>Loading the starting network</source>
        <translation>Das Startnetz wird geladen</translation>
    </message>
    <message>
        <source>Looking at the images with the starting network</source>
        <translation>Das Startnetz betrachtet die Bilder</translation>
    </message>
    <message>
        <source>Measuring accuracy on the test images</source>
        <translation>Die Genauigkeit bei den Testbildern wird gemessen</translation>
    </message>
    <message>
        <source>Predicting the test images</source>
        <translation>Testbilder werden vorhergesagt</translation>
    </message>
    <message>
        <source>Preparing the network</source>
        <translation>Netz wird vorbereitet</translation>
    </message>
    <message>
        <source>Quantizing each layer and fitting its outputs</source>
        <translation>Jede Schicht wird quantisiert und angepasst</translation>
    </message>
    <message>
        <source>Searching for images</source>
        <translation>Bilder werden gesucht</translation>
    </message>
    <message>
        <source>Sending the images to the workers</source>
        <translation>Bilder werden an die Worker gesendet</translation>
    </message>
    <message>
        <source>That failed. Trying again in slow, reliable mode</source>
        <translation>Das ist fehlgeschlagen. Neuer Versuch im langsamen, zuverlässigen Modus</translation>
    </message>
    <message>
        <source>Timing each operator in LiteRT</source>
        <translation>Die Zeit jedes Operators in LiteRT wird gemessen</translation>
    </message>
    <message>
        <source>Training a classifier on the network&apos;s features</source>
        <translation>Ein Klassifikator wird mit den Merkmalen des Netzes trainiert</translation>
    </message>
    <message>
        <source>Training on the images</source>
        <translation>Training mit den Bildern</translation>
    </message>
    <message>
        <source>Trying {sparsity} % sparsity with {filters} % of the filters removed</source>
        <translation>{sparsity} % Nullen mit {filters} % weniger Filtern werden versucht</translation>
    </message>
    <message>
        <source>Unpacking the images of CIFAR-10</source>
        <translation>Die Bilder von CIFAR-10 werden entpackt</translation>
    </message>
    <message>
        <source>{board}, simulated on this computer, listens at {address}</source>
        <translation>{board}, auf diesem Computer simuliert, ist erreichbar unter {address}</translation>
    </message>
    <message>
        <source>{name} failed: {reason}</source>
        <translation>{name} ist fehlgeschlagen: {reason}</translation>
    </message>
    <message>
        <source>{name}: {accuracy}, {size}</source>
        <translation>{name}: {accuracy}, {size}</translation>
    </message>
    <message>
        <source>Unpacking {name}</source>
        <translation>{name} wird entpackt</translation>
    </message>
    <message>
        <source>Verifying the decoded weights</source>
        <translation>Die decodierten Gewichte werden überprüft</translation>
    </message>
    <message>
        <source>Writing is finished. This port cannot restart the board: please press its reset button</source>
        <translation>Das Schreiben ist fertig. Dieser Anschluss kann das Board nicht neu starten: Bitte drücken Sie die Reset-Taste</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Der Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>Writing {output}</source>
        <translation>{output} wird geschrieben</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Choose the images to classify.</source>
        <translation>Wählen Sie die Bilder, die klassifiziert werden sollen.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Train a small network on your images.</source>
        <translation>Ein kleines Netz mit Ihren Bildern trainieren.</translation>
    </message>
    <message>
        <source>Remove the weights that matter least.</source>
        <translation>Die unwichtigsten Gewichte entfernen.</translation>
    </message>
    <message>
        <source>Store each weight with fewer bits.</source>
        <translation>Jedes Gewicht mit weniger Bits speichern.</translation>
    </message>
    <message>
        <source>Lossless compression: frequent values get short codes.</source>
        <translation>Verlustfreie Komprimierung: Häufige Werte bekommen kurze Codes.</translation>
    </message>
    <message>
        <source>Run the model on a board.</source>
        <translation>Das Modell auf einem Board ausführen.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What your finished model is worth.</source>
        <translation>Was Ihr fertiges Modell wert ist.</translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>Ausdünnen</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Huffman</source>
        <translation>Huffman</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
</context>
<context>
    <name>StepState</name>
    <message>
        <source>waiting for the previous step</source>
        <translation>wartet auf den vorigen Schritt</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>interrupted: can be continued</source>
        <translation>unterbrochen: kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>out of date: settings changed</source>
        <translation>veraltet: Einstellungen geändert</translation>
    </message>
</context>
<context>
    <name>Sureness</name>
    <message>
        <source>If no class reaches {probability}, the prediction is “not sure”, on the board too: the image may show none of the classes.</source>
        <translation>Wenn keine Klasse {probability} erreicht, lautet die Vorhersage „nicht sicher“, auch auf dem Board: Vielleicht zeigt das Bild keine der Klassen.</translation>
    </message>
    <message>
        <source>The threshold comes from the validation images: {passed} of the correct predictions reach it.</source>
        <translation>Die Schwelle stammt von den Validierungsbildern: {passed} der richtigen Vorhersagen erreichen sie.</translation>
    </message>
    <message>
        <source>On the test images, {sure} of the predictions are sure. Their accuracy is {accuracy}.</source>
        <translation>Bei den Testbildern sind {sure} der Vorhersagen sicher. Ihre Genauigkeit ist {accuracy}.</translation>
    </message>
    <message>
        <source>This model always predicts a class: it has no threshold. An older version made it, or it is right about no validation image.</source>
        <translation>Dieses Modell sagt immer eine Klasse vorher: Es hat keine Schwelle. Eine ältere Version hat es erstellt, oder es erkennt kein Validierungsbild.</translation>
    </message>
    <message>
        <source>Drawn scenes</source>
        <translation>Gezeichnete Szenen</translation>
    </message>
    <message>
        <source>Other classes</source>
        <translation>Andere Klassen</translation>
    </message>
    <message>
        <source>Noise, bare walls</source>
        <translation>Rauschen, kahle Wände</translation>
    </message>
    <message>
        <source>{kind}: {rejected} of {count} images get “not sure”.</source>
        <translation>{kind}: {rejected} von {count} Bildern erhalten „nicht sicher“.</translation>
    </message>
</context>
<context>
    <name>SurenessView</name>
    <message>
        <source>Images that show none of the classes, and how many of them get “not sure”:</source>
        <translation>Bilder, die keine der Klassen zeigen, und wie viele davon „nicht sicher“ erhalten:</translation>
    </message>
    <message>
        <source>Unrelated images rejected as “not sure”</source>
        <translation>Fremde Bilder, die „nicht sicher“ ergeben</translation>
    </message>
</context>
<context>
    <name>TensorBoardLine</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Open TensorBoard in the browser</source>
        <translation>TensorBoard im Browser öffnen</translation>
    </message>
    <message>
        <source>Stop TensorBoard</source>
        <translation>TensorBoard anhalten</translation>
    </message>
    <message>
        <source>Starting TensorBoard…</source>
        <translation>TensorBoard wird gestartet…</translation>
    </message>
    <message>
        <source>TensorBoard is running at {address}.</source>
        <translation>TensorBoard läuft unter {address}.</translation>
    </message>
</context>
<context>
    <name>TensorBoardPage</name>
    <message>
        <source>Open in TensorBoard</source>
        <translation>In TensorBoard öffnen</translation>
    </message>
    <message>
        <source>Shows curves, graphs, weights and mistakes of this run in the browser. Only this computer can open the page.</source>
        <translation>Zeigt Kurven, Graphen, Gewichte und Fehler dieses Laufs im Browser. Nur dieser Computer kann die Seite öffnen.</translation>
    </message>
    <message>
        <source>TensorBoard ended unexpectedly.</source>
        <translation>TensorBoard wurde unerwartet beendet.</translation>
    </message>
</context>
<context>
    <name>TimeView</name>
    <message>
        <source>Use these settings</source>
        <translation>Diese Einstellungen verwenden</translation>
    </message>
    <message>
        <source>They take effect when you train again.</source>
        <translation>Sie gelten, sobald Sie wieder trainieren.</translation>
    </message>
    <message>
        <source>Time on the board</source>
        <translation>Zeit auf dem Board</translation>
    </message>
    <message>
        <source>Fast on this chip (under {limit}), with {accuracy} of the test images correct.</source>
        <translation>Schnell auf diesem Chip (unter {limit}), {accuracy} der Testbilder richtig.</translation>
    </message>
    <message>
        <source>photos of {size} pixels, width {width}</source>
        <translation>Fotos mit {size} Pixeln, Breite {width}</translation>
    </message>
    <message>
        <source>Fast on {chip} (under {limit}): {settings}, about {time}.</source>
        <translation>Schnell auf {chip} (unter {limit}): {settings}, etwa {time}.</translation>
    </message>
    <message>
        <source>The run {run} has these settings: {accuracy} of the test images correct.</source>
        <translation>Der Lauf {run} hat diese Einstellungen: {accuracy} der Testbilder richtig.</translation>
    </message>
    <message>
        <source>Estimated: {time} per image, from {products} million multiplications of {cycles} cycles and {weights} million decoded weights of {decoding} cycles, at {clock} MHz. The cycles: {source}.</source>
        <translation>Geschätzt: {time} je Bild, aus {products} Millionen Multiplikationen zu {cycles} Takten und {weights} Millionen decodierten Gewichten zu {decoding} Takten, bei {clock} MHz. Die Takte: {source}.</translation>
    </message>
    <message>
        <source>Measured on the board: {time} per image.</source>
        <translation>Auf dem Board gemessen: {time} je Bild.</translation>
    </message>
    <message>
        <source>{number}. {size} x {size} convolution to {height} x {width} x {channels}</source>
        <translation>{number}. {size} x {size}-Faltung zu {height} x {width} x {channels}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Accuracy over time</source>
        <translation>Genauigkeit im Lauf der Zeit</translation>
    </message>
    <message>
        <source>{stage}: {accuracy} on the test images</source>
        <translation>{stage}: {accuracy} bei den Testbildern</translation>
    </message>
    <message>
        <source>No results yet.</source>
        <translation>Noch keine Ergebnisse.</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Loss (lower is better)</source>
        <translation>Verlust (kleiner ist besser)</translation>
    </message>
    <message>
        <source>Show all (Home)</source>
        <translation>Alles zeigen (Pos1)</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>on the test images</source>
        <translation>bei den Testbildern</translation>
    </message>
    <message>
        <source>on the validation images, so far</source>
        <translation>bei den Validierungsbildern, bisher</translation>
    </message>
</context>
<context>
    <name>Train</name>
    <message>
        <source>none</source>
        <translation>kein</translation>
    </message>
    <message>
        <source>simple</source>
        <translation>einfach</translation>
    </message>
    <message>
        <source>complex</source>
        <translation>komplex</translation>
    </message>
    <message>
        <source>AlexNet (for comparison)</source>
        <translation>AlexNet (zum Vergleich)</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Bypass</source>
        <translation>Bypass</translation>
    </message>
    <message>
        <source>Squeeze ratio</source>
        <translation>Squeeze-Verhältnis</translation>
    </message>
    <message>
        <source>3x3 filter fraction</source>
        <translation>Anteil der 3x3-Filter</translation>
    </message>
    <message>
        <source>Peak learning rate</source>
        <translation>Höchste Lernrate</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>Klassengewichte</translation>
    </message>
    <message>
        <source>Epochs of the last layer only</source>
        <translation>Epochen nur der letzten Schicht</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps per validation</source>
        <translation>Schritte je Validierung</translation>
    </message>
    <message>
        <source>Steps per checkpoint</source>
        <translation>Schritte je Sicherung</translation>
    </message>
    <message>
        <source>Steps per recorded loss</source>
        <translation>Schritte je aufgezeichnetem Verlust</translation>
    </message>
    <message>
        <source>Checkpoints to keep</source>
        <translation>Aufbewahrte Sicherungen</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Zufallsstartwert</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Train again</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>You can stop at any time: finished epochs are saved.</source>
        <translation>Sie können jederzeit anhalten: Fertige Epochen sind gespeichert.</translation>
    </message>
    <message>
        <source>All epochs are finished. Only measuring remains.</source>
        <translation>Alle Epochen sind fertig. Es fehlt nur die Messung.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Compare networks…</source>
        <translation>Netze vergleichen…</translation>
    </message>
    <message>
        <source>Train small networks of many sizes on your images and see what each needs.</source>
        <translation>Kleine Netze vieler Größen mit Ihren Bildern trainieren und sehen, was jedes braucht.</translation>
    </message>
    <message>
        <source>How wrong the predictions are: lower is better.</source>
        <translation>Wie falsch die Vorhersagen sind: je kleiner, desto besser.</translation>
    </message>
    <message>
        <source>Accuracy on the validation images after the last epoch.</source>
        <translation>Genauigkeit bei den Validierungsbildern nach der letzten Epoche.</translation>
    </message>
    <message>
        <source>Accuracy after training</source>
        <translation>Genauigkeit nach dem Training</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Pruned</source>
        <translation>Ausgedünnt</translation>
    </message>
    <message>
        <source>Quantized (int8)</source>
        <translation>Quantisiert (int8)</translation>
    </message>
    <message>
        <source>Huffman-coded</source>
        <translation>Huffman-codiert</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>nicht sicher</translation>
    </message>
    <message>
        <source>{stage}: {answers}. {time} on this computer.</source>
        <translation>{stage}: {answers}. {time} auf diesem Computer.</translation>
    </message>
    <message>
        <source>{stage}: not sure, no class is above the threshold. {answers}. {time} on this computer.</source>
        <translation>{stage}: nicht sicher, keine Klasse liegt über der Schwelle. {answers}. {time} auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>TriedStrip</name>
    <message>
        <source>Images that were tried</source>
        <translation>Ausprobierte Bilder</translation>
    </message>
</context>
<context>
    <name>TriedView</name>
    <message>
        <source>The square that the model was given</source>
        <translation>Das Quadrat, das das Modell bekam</translation>
    </message>
</context>
<context>
    <name>TroubleView</name>
    <message>
        <source>Check these in order</source>
        <translation>Prüfen Sie diese der Reihe nach</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Details</translation>
    </message>
    <message>
        <source>Your board is not in the list?</source>
        <translation>Ihr Board ist nicht in der Liste?</translation>
    </message>
    <message>
        <source>Its port appears within a second after you plug it in.</source>
        <translation>Sein Anschluss erscheint binnen einer Sekunde nach dem Einstecken.</translation>
    </message>
</context>
<context>
    <name>TryStrip</name>
    <message>
        <source>Drop photos here to try them</source>
        <translation>Fotos zum Ausprobieren hierher ziehen</translation>
    </message>
    <message>
        <source>Drop photos here.</source>
        <translation>Fotos hierher ziehen.</translation>
    </message>
    <message>
        <source>Images ({patterns})</source>
        <translation>Bilder ({patterns})</translation>
    </message>
    <message>
        <source>Photos to try</source>
        <translation>Fotos zum Ausprobieren</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Try what this computer&apos;s camera sees.</source>
        <translation>Ausprobieren, was die Kamera dieses Computers sieht.</translation>
    </message>
    <message>
        <source>Which camera</source>
        <translation>Welche Kamera</translation>
    </message>
    <message>
        <source>Photos…</source>
        <translation>Fotos…</translation>
    </message>
    <message>
        <source>Choose photos to try</source>
        <translation>Fotos zum Ausprobieren wählen</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Show where the network looked, or the photo alone.</source>
        <translation>Zeigen, wohin das Netz gesehen hat, oder nur das Foto.</translation>
    </message>
    <message>
        <source>The settings of {step} have changed: the answers are those of the earlier model.</source>
        <translation>Die Einstellungen von {step} sind geändert: Die Antworten sind die des früheren Modells.</translation>
    </message>
    <message>
        <source>Out of date and not shown: {steps}. Run these steps again to try them.</source>
        <translation>Veraltet und nicht gezeigt: {steps}. Führen Sie diese Schritte erneut aus, um sie auszuprobieren.</translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation>Die Modelle werden geladen…</translation>
    </message>
    <message>
        <source>The board&apos;s camera</source>
        <translation>Kamera des Boards</translation>
    </message>
    <message>
        <source>The models are loaded.</source>
        <translation>Die Modelle sind geladen.</translation>
    </message>
    <message>
        <source>Red: where the trained network looked for “{name}”.</source>
        <translation>Rot: wohin das trainierte Netz für „{name}“ gesehen hat.</translation>
    </message>
    <message>
        <source>No part of the photo speaks for “{name}” by itself.</source>
        <translation>Kein Teil des Fotos spricht für sich allein für „{name}“.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Run the step {step} again.</source>
        <translation>Führen Sie den Schritt {step} erneut aus.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>The models ended unexpectedly. Your run is unchanged.</source>
        <translation>Die Modelle wurden unerwartet beendet. Ihr Lauf ist unverändert.</translation>
    </message>
    <message>
        <source>You can drop or choose photos instead.</source>
        <translation>Sie können stattdessen Fotos hierher ziehen oder wählen.</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>{used} of {count} used</source>
        <translation>{used} von {count} benutzt</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>not selected</source>
        <translation>nicht ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) selected</source>
        <translation>
            <numerusform>%Ln Bild ausgewählt</numerusform>
            <numerusform>%Ln Bilder ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>{width} x {height} pixels</source>
        <translation>{width} x {height} Pixel</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>nicht brauchbar</translation>
    </message>
    <message>
        <source>excluded: the same image is in another class</source>
        <translation>ausgeschlossen: Dasselbe Bild ist in einer anderen Klasse</translation>
    </message>
    <message>
        <source>excluded: the same image is in a later split</source>
        <translation>ausgeschlossen: Dasselbe Bild ist in einer späteren Teilmenge</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Close Squeeze Studio?</source>
        <translation>Squeeze Studio schließen?</translation>
    </message>
    <message>
        <source>A task is still running.</source>
        <translation>Eine Aufgabe läuft noch.</translation>
    </message>
    <message>
        <source>Finished work is saved. You can continue next time.</source>
        <translation>Fertige Arbeit ist gespeichert. Sie können beim nächsten Mal fortsetzen.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>{low} to {high} %</source>
        <translation>{low} bis {high} %</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
</context>
<context>
    <name>WorkerDialog</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>The worker ended unexpectedly.</source>
        <translation>Der Arbeitsprozess wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Starten Sie ihn erneut.</translation>
    </message>
</context>
<context>
    <name>YardstickCard</name>
    <message>
        <source>Compared with AlexNet</source>
        <translation>Verglichen mit AlexNet</translation>
    </message>
    <message>
        <source>Size of each file</source>
        <translation>Größe jeder Datei</translation>
    </message>
    <message>
        <source>Accuracy of each file</source>
        <translation>Genauigkeit jeder Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Accuracy on the test images</source>
        <translation>Genauigkeit auf den Testbildern</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>Training läuft …</translation>
    </message>
    <message>
        <source>Train AlexNet on these images</source>
        <translation>AlexNet mit diesen Bildern trainieren</translation>
    </message>
    <message>
        <source>AlexNet won the ImageNet challenge in 2012. It can learn from the same images, for as many epochs. It is much larger, so this takes several times as long as training did.</source>
        <translation>AlexNet gewann 2012 den ImageNet-Wettbewerb. Es kann von denselben Bildern lernen, über gleich viele Epochen. Es ist viel größer, deshalb dauert das ein Mehrfaches des Trainings.</translation>
    </message>
    <message>
        <source>AlexNet ({parameters} parameters) learned from scratch, from the same images and for as many epochs.</source>
        <translation>AlexNet ({parameters} Parameter) lernte von Grund auf, von denselben Bildern und über gleich viele Epochen.</translation>
    </message>
    <message>
        <source>The network of this run started from weights that were trained before.</source>
        <translation>Das Netz dieses Laufs begann mit vortrainierten Gewichten.</translation>
    </message>
    <message>
        <source>AlexNet</source>
        <translation>AlexNet</translation>
    </message>
    <message>
        <source>{name}: {size}, {factor} times smaller than AlexNet ({file})</source>
        <translation>{name}: {size}, {factor}-mal kleiner als AlexNet ({file})</translation>
    </message>
</context>
</TS>
