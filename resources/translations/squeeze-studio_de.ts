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
        <source>Free software: use it for whatever you like, look how it works, pass it on, change it. It comes without any warranty. What it makes, your models and firmware, is yours.</source>
        <translation>Freie Software: Sie dürfen sie für alles nutzen, nachsehen, wie sie arbeitet, sie weitergeben und verändern. Es gibt keine Gewährleistung. Was sie herstellt, Ihre Modelle und Ihre Firmware, gehört Ihnen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Version {version} · licence {licence}</source>
        <translation>Version {version} · Lizenz {licence}</translation>
    </message>
    <message>
        <source>What the program stands on</source>
        <translation>Worauf das Programm beruht</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>The package brings no text of its licence; its name stands above.</source>
        <translation>Das Paket bringt den Text seiner Lizenz nicht mit; ihr Name steht oben.</translation>
    </message>
</context>
<context>
    <name>Accuracy</name>
    <message>
        <source>Not measured yet.</source>
        <translation>Noch nicht gemessen.</translation>
    </message>
    <message>
        <source>In 95 cases of 100 the true accuracy is in this range: the 95 % interval.</source>
        <translation>In 95 von 100 Fällen liegt die wahre Genauigkeit in diesem Bereich: das 95-%-Intervall.</translation>
    </message>
    <message>
        <source>{range} on {pictures} pictures it had never seen</source>
        <translation>{range} bei {pictures} Bildern, die es nie gesehen hatte</translation>
    </message>
    <message>
        <source>Estimated for new pictures like these: {accuracy} ({range}), by cross-validation over all {pictures} pictures.</source>
        <translation>Geschätzt für neue Bilder wie diese: {accuracy} ({range}), durch Kreuzvalidierung über alle {pictures} Bilder.</translation>
    </message>
    <message>
        <source>That is with what the starting network knows; this run began from scratch.</source>
        <translation>Das gilt mit dem, was das Startnetz weiß; dieser Lauf hat bei null begonnen.</translation>
    </message>
    <message>
        <source>Lower elsewhere: all pictures of {names} are one burst.</source>
        <translation>Anderswo niedriger: Alle Bilder von {names} sind eine Serie.</translation>
    </message>
    <message>
        <source>Measured on {pictures} pictures it had never seen.</source>
        <translation>Gemessen an {pictures} Bildern, die es nie gesehen hatte.</translation>
    </message>
    <message>
        <source>Just as accurate as before.</source>
        <translation>Genau so treffsicher wie zuvor.</translation>
    </message>
    <message>
        <source>{points} points less, which can be chance.</source>
        <translation>{points} Punkte weniger; das kann Zufall sein.</translation>
    </message>
    <message>
        <source>{points} points more, which can be chance.</source>
        <translation>{points} Punkte mehr; das kann Zufall sein.</translation>
    </message>
    <message>
        <source>{points} points less accurate than before.</source>
        <translation>{points} Punkte weniger genau als zuvor.</translation>
    </message>
    <message>
        <source>{points} points more accurate than before.</source>
        <translation>{points} Punkte genauer als zuvor.</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>Does the cable carry data?</source>
        <translation>Überträgt das Kabel Daten?</translation>
    </message>
    <message>
        <source>Many cables only charge. Try one that came with a phone or a camera, without a hub.</source>
        <translation>Viele Kabel laden nur. Nehmen Sie eines, das zu einem Handy oder einer Kamera gehörte, ohne Hub.</translation>
    </message>
    <message>
        <source>Does the computer know the board&apos;s adapter?</source>
        <translation>Kennt der Computer den Adapter des Boards?</translation>
    </message>
    <message>
        <source>Does another program use the port?</source>
        <translation>Benutzt ein anderes Programm den Anschluss?</translation>
    </message>
    <message>
        <source>Close serial monitors, Arduino and other programs that talk to the board.</source>
        <translation>Schließen Sie serielle Monitore, Arduino und andere Programme, die mit dem Board sprechen.</translation>
    </message>
    <message>
        <source>Windows may need a driver: look for CP210x (Silicon Labs) or CH340 (WCH) in the Device Manager.</source>
        <translation>Windows braucht vielleicht einen Treiber: Suchen Sie im Geräte-Manager nach CP210x (Silicon Labs) oder CH340 (WCH).</translation>
    </message>
    <message>
        <source>macOS knows CP210x and newer CH34x adapters. For older ones install the maker&apos;s driver.</source>
        <translation>macOS kennt CP210x und neuere CH34x-Adapter. Für ältere installieren Sie den Treiber des Herstellers.</translation>
    </message>
    <message>
        <source>Linux knows all usual adapters. On Ubuntu &apos;brltty&apos; takes CH340 adapters for itself: remove it.</source>
        <translation>Linux kennt alle üblichen Adapter. Auf Ubuntu beansprucht &apos;brltty&apos; CH340-Adapter für sich: Entfernen Sie es.</translation>
    </message>
    <message>
        <source>May your account use the port?</source>
        <translation>Darf Ihr Konto den Anschluss benutzen?</translation>
    </message>
    <message>
        <source>On Windows every account may. There is nothing to be done.</source>
        <translation>Unter Windows darf das jedes Konto. Es ist nichts zu tun.</translation>
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
</context>
<context>
    <name>BitsChooser</name>
    <message>
        <source>How fine</source>
        <translation>Wie fein</translation>
    </message>
    <message>
        <source>expected size, in the end</source>
        <translation>voraussichtliche Größe am Ende</translation>
    </message>
    <message>
        <source>Bits of a weight</source>
        <translation>Bits je Gewicht</translation>
    </message>
    <message>
        <source>A bit is a 0 or a 1. Every bit more doubles the values that a number can have.</source>
        <translation>Ein Bit ist eine 0 oder eine 1. Jedes weitere Bit verdoppelt die Zahl der möglichen Werte.</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>count for most layers; the first and the last keep 8.</source>
        <translation>gilt für die meisten Schichten; die erste und die letzte behalten 8.</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count} Werte</translation>
    </message>
    <message>
        <source>{count} bits</source>
        <translation>{count} Bits</translation>
    </message>
</context>
<context>
    <name>BitsLine</name>
    <message>
        <source>Entropy is the least that numbers of these frequencies can take, in bits.</source>
        <translation>Entropie ist das Wenigste, was Zahlen dieser Häufigkeiten brauchen können, in Bits.</translation>
    </message>
    <message>
        <source>{mean} bits a number with this code; entropy, the least there is: {entropy}; uncoded: 8</source>
        <translation>{mean} Bits je Zahl mit diesem Code; Entropie, das Wenigste überhaupt: {entropy}; uncodiert: 8</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Getting ready</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>The model is not finished yet.</source>
        <translation>Das Modell ist noch nicht fertig.</translation>
    </message>
    <message>
        <source>Choose another board</source>
        <translation>Anderes Board wählen</translation>
    </message>
    <message>
        <source>Drop pictures to show them to the board</source>
        <translation>Bilder hier ablegen, um sie dem Board zu zeigen</translation>
    </message>
    <message>
        <source>Go on</source>
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
        <source>The program is at work; wait until it is done.</source>
        <translation>Das Programm arbeitet gerade; warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>Say first which board it is.</source>
        <translation>Sagen Sie zuerst, welches Board es ist.</translation>
    </message>
    <message>
        <source>The model has changed since it was put on the board.</source>
        <translation>Das Modell hat sich geändert, seit es auf das Board kam.</translation>
    </message>
    <message>
        <source>Flash again</source>
        <translation>Erneut flashen</translation>
    </message>
    <message>
        <source>Say which board it is to see what will be written.</source>
        <translation>Sagen Sie, welches Board es ist, um zu sehen, was geschrieben wird.</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>Der Bericht liegt in {path}.</translation>
    </message>
    <message>
        <source>The work broke off unexpectedly.</source>
        <translation>Die Arbeit brach unerwartet ab.</translation>
    </message>
    <message>
        <source>Your run is as it was, and the board can be flashed again.</source>
        <translation>Ihr Lauf ist unverändert, und das Board kann erneut geflasht werden.</translation>
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
    <name>Bytes</name>
    <message>
        <source>Coded weights</source>
        <translation>Codierte Gewichte</translation>
    </message>
    <message>
        <source>Weights as they are</source>
        <translation>Gewichte, unverändert</translation>
    </message>
    <message>
        <source>Code tables</source>
        <translation>Codetabellen</translation>
    </message>
    <message>
        <source>Decoding steps</source>
        <translation>Schritte zum Decodieren</translation>
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
        <source>Other numbers</source>
        <translation>Andere Zahlen</translation>
    </message>
    <message>
        <source>Names and notes</source>
        <translation>Namen und Notizen</translation>
    </message>
    <message>
        <source>Order of the file</source>
        <translation>Aufbau der Datei</translation>
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
    <name>Changes</name>
    <message>
        <source>Pictures whose answer has changed</source>
        <translation>Bilder, deren Antwort sich geändert hat</translation>
    </message>
    <message>
        <source>Not one answer has changed on {pictures} test pictures.</source>
        <translation>Keine einzige Antwort hat sich geändert, bei {pictures} Testbildern.</translation>
    </message>
    <message>
        <source>{count} of {pictures} answers have changed. Became right: {right}. Became wrong: {wrong}. Wrong in another way: {other}.</source>
        <translation>{count} von {pictures} Antworten haben sich geändert. Richtig geworden: {right}. Falsch geworden: {wrong}. Anders falsch: {other}.</translation>
    </message>
    <message>
        <source>{picture} is {is_class}. Before, the answer was {before} ({before_share}), now it is {after} ({after_share}).</source>
        <translation>{picture} ist {is_class}. Vorher war die Antwort {before} ({before_share}), jetzt ist sie {after} ({after_share}).</translation>
    </message>
    <message>
        <source>now {name}</source>
        <translation>jetzt {name}</translation>
    </message>
    <message>
        <source>was {name}</source>
        <translation>vorher {name}</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Save, and more</source>
        <translation>Speichern und mehr</translation>
    </message>
    <message>
        <source>Show large</source>
        <translation>Groß zeigen</translation>
    </message>
    <message>
        <source>Save as picture (PNG)…</source>
        <translation>Als Bild speichern (PNG)…</translation>
    </message>
    <message>
        <source>Save as drawing (SVG)…</source>
        <translation>Als Zeichnung speichern (SVG)…</translation>
    </message>
    <message>
        <source>Save figures (CSV)…</source>
        <translation>Zahlen speichern (CSV)…</translation>
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
        <source>Which board is it?</source>
        <translation>Welches Board ist es?</translation>
    </message>
    <message>
        <source>Its name says which memory, camera and lights it has. Another chip is noticed in time.</source>
        <translation>Sein Name sagt, welchen Speicher, welche Kamera und welche Lämpchen es hat. Ein anderer Chip fällt rechtzeitig auf.</translation>
    </message>
    <message>
        <source>Choose its name</source>
        <translation>Namen wählen</translation>
    </message>
    <message>
        <source>Write everything again</source>
        <translation>Alles neu schreiben</translation>
    </message>
    <message>
        <source>Usually only the model is written to a board that has this program&apos;s firmware.</source>
        <translation>Normalerweise wird auf ein Board, das die Firmware dieses Programms hat, nur das Modell geschrieben.</translation>
    </message>
    <message>
        <source>Slowly and surely</source>
        <translation>Langsam und sicher</translation>
    </message>
    <message>
        <source>Writes at the lowest speed: for long cables and hubs.</source>
        <translation>Schreibt mit der kleinsten Geschwindigkeit: für lange Kabel und Hubs.</translation>
    </message>
    <message>
        <source>With the chip&apos;s own loader</source>
        <translation>Mit dem eigenen Lader des Chips</translation>
    </message>
    <message>
        <source>Does without the helper program that makes flashing fast; sometimes surer.</source>
        <translation>Verzichtet auf das Hilfsprogramm, das das Flashen beschleunigt; manchmal sicherer.</translation>
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
        <source>The memory of a board that keeps its content without power.</source>
        <translation>Der Speicher eines Boards, der seinen Inhalt ohne Strom behält.</translation>
    </message>
    <message>
        <source>Where the firmware comes from</source>
        <translation>Woher die Firmware kommt</translation>
    </message>
    <message>
        <source>Firmware is the program on the board that runs the model. It is kept for the next time.</source>
        <translation>Firmware ist das Programm auf dem Board, das das Modell ausführt. Sie wird für das nächste Mal aufbewahrt.</translation>
    </message>
    <message>
        <source>Fetch what was released</source>
        <translation>Veröffentlichte Fassung holen</translation>
    </message>
    <message>
        <source>Build it here with ESP-IDF or Docker</source>
        <translation>Hier bauen, mit ESP-IDF oder Docker</translation>
    </message>
    <message>
        <source>Bundle…</source>
        <translation>Paket…</translation>
    </message>
    <message>
        <source>Take the firmware from a file of this program&apos;s release page.</source>
        <translation>Die Firmware aus einer Datei von der Veröffentlichungsseite dieses Programms nehmen.</translation>
    </message>
    <message>
        <source>It fits: {flash} of the room for models, {memory} of memory, about {time} a picture.</source>
        <translation>Es passt: {flash} des Platzes für Modelle, {memory} des Speichers, etwa {time} je Bild.</translation>
    </message>
    <message>
        <source>Firmware bundle</source>
        <translation>Firmware-Paket</translation>
    </message>
    <message>
        <source>Firmware bundles ({patterns})</source>
        <translation>Firmware-Pakete ({patterns})</translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>How well each class is recognized, the weakest first</source>
        <translation>Wie gut jede Klasse erkannt wird, die schwächste zuerst</translation>
    </message>
    <message>
        <source>no test picture</source>
        <translation>kein Testbild</translation>
    </message>
    <message>
        <source>{name}: {right} of {pictures} test pictures recognized.</source>
        <translation>{name}: {right} von {pictures} Testbildern erkannt.</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>set aside</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
</context>
<context>
    <name>CodeHistogram</name>
    <message>
        <source>How often each number occurs</source>
        <translation>Wie oft jede Zahl vorkommt</translation>
    </message>
    <message>
        <source>{number}: {count} times ({share}), {bits} bits each</source>
        <translation>{number}: {count}-mal ({share}), je {bits} Bits</translation>
    </message>
</context>
<context>
    <name>CodeIdea</name>
    <message>
        <source>Frequent numbers get short codes, rare ones long codes.</source>
        <translation>Häufige Zahlen bekommen kurze Codes, seltene lange.</translation>
    </message>
    <message>
        <source>As in Morse code, where the frequent letter E is a single dot.</source>
        <translation>Wie im Morsealphabet, wo das häufige E ein einziger Punkt ist.</translation>
    </message>
    <message>
        <source>how often it occurs</source>
        <translation>wie oft sie vorkommt</translation>
    </message>
    <message>
        <source>its code</source>
        <translation>ihr Code</translation>
    </message>
</context>
<context>
    <name>CodesView</name>
    <message>
        <source>Each bar is a number that weights have. On it: the bits of its code.</source>
        <translation>Jeder Balken ist eine Zahl, die Gewichte haben. Darauf: die Bits ihres Codes.</translation>
    </message>
    <message>
        <source>Code table</source>
        <translation>Codetabelle</translation>
    </message>
    <message>
        <source>Layers whose numbers are alike share a code, where that saves bytes.</source>
        <translation>Schichten mit ähnlichen Zahlen teilen sich einen Code, wo das Bytes spart.</translation>
    </message>
    <message>
        <source>Not coded: {weights} numbers</source>
        <translation>Nicht codiert: {weights} Zahlen</translation>
    </message>
    <message>
        <source>Code {number}: {layers} layers, {weights} numbers</source>
        <translation>Code {number}: {layers} Schichten, {weights} Zahlen</translation>
    </message>
    <message>
        <source>So few numbers that a table for them would cost more than it saves.</source>
        <translation>So wenige Zahlen, dass eine Tabelle dafür mehr kosten würde, als sie spart.</translation>
    </message>
    <message>
        <source>{payload} of codes and {table} for the table itself, which is in the file and counted.</source>
        <translation>{payload} Codes und {table} für die Tabelle selbst, die in der Datei steht und mitgezählt ist.</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Two runs compared</source>
        <translation>Zwei Läufe im Vergleich</translation>
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
        <source>While they learned</source>
        <translation>Während sie lernten</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Unterschiedliche Einstellungen</translation>
    </message>
    <message>
        <source>They were measured on different pictures: their accuracies do not compare.</source>
        <translation>Sie wurden an verschiedenen Bildern gemessen: Ihre Genauigkeiten lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>{points} points apart: so little can be chance.</source>
        <translation>{points} Punkte auseinander: So wenig kann Zufall sein.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is better by {points} points, more than chance would do.</source>
        <translation>„{name}“ ist um {points} Punkte besser, mehr als der Zufall erklärt.</translation>
    </message>
    <message>
        <source>None: they were made alike.</source>
        <translation>Keine: Sie wurden gleich gemacht.</translation>
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
        <source>Qt&apos;s multimedia part cannot be loaded. On Debian and Ubuntu it needs the package libpulse0.</source>
        <translation>Der Multimedia-Teil von Qt lässt sich nicht laden. Unter Debian und Ubuntu braucht er das Paket libpulse0.</translation>
    </message>
    <message>
        <source>No camera was found on this computer.</source>
        <translation>An diesem Computer wurde keine Kamera gefunden.</translation>
    </message>
</context>
<context>
    <name>ConfusionCells</name>
    <message>
        <source>{name}: {count} of {total} pictures recognized ({share}).</source>
        <translation>{name}: {count} von {total} Bildern erkannt ({share}).</translation>
    </message>
    <message>
        <source>{name}: {count} of {total} pictures taken for {taken} ({share}).</source>
        <translation>{name}: {count} von {total} Bildern für {taken} gehalten ({share}).</translation>
    </message>
    <message>
        <source>No picture was taken for another class.</source>
        <translation>Kein Bild wurde für eine andere Klasse gehalten.</translation>
    </message>
    <message>
        <source>Most often mistaken: {sentence}</source>
        <translation>Am häufigsten verwechselt: {sentence}</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Each row is what a picture shows, each column what the model took it for.</source>
        <translation>Jede Zeile ist, was ein Bild zeigt, jede Spalte, wofür das Modell es hielt.</translation>
    </message>
    <message>
        <source>Which classes are taken for which</source>
        <translation>Welche Klassen womit verwechselt werden</translation>
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
    <name>DataPage</name>
    <message>
        <source>Drop other pictures here</source>
        <translation>Andere Bilder hier ablegen</translation>
    </message>
    <message>
        <source>How to train…</source>
        <translation>Wie trainieren…</translation>
    </message>
    <message>
        <source>Choose how long and how large before training begins.</source>
        <translation>Wählen Sie, wie lang und wie groß, bevor das Training beginnt.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Other pictures</source>
        <translation>Andere Bilder</translation>
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
        <source>Sample scenes</source>
        <translation>Beispielszenen</translation>
    </message>
    <message>
        <source>Look at these again</source>
        <translation>Diese noch einmal ansehen</translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation>Die Bilder werden angesehen…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>Findings ({count})</source>
        <translation>Befunde ({count})</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Pictures, findings, preview</source>
        <translation>Bilder, Befunde, Vorschau</translation>
    </message>
    <message>
        <source>{pictures} pictures, {classes} classes</source>
        <translation>{pictures} Bilder, {classes} Klassen</translation>
    </message>
    <message>
        <source>Mend it under Findings, or add pictures to your folder and look again.</source>
        <translation>Beheben Sie es unter „Befunde“, oder legen Sie Bilder in Ihren Ordner und sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>Show findings</source>
        <translation>Befunde zeigen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>Training fortsetzen</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training läuft</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Not all pictures were looked at.</source>
        <translation>Nicht alle Bilder wurden angesehen.</translation>
    </message>
    <message>
        <source>Take the change back</source>
        <translation>Änderung zurücknehmen</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>One subfolder for each kind of thing; zip and tar are fine.</source>
        <translation>Ein Unterordner für jede Art von Dingen; zip und tar gehen auch.</translation>
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
        <source>Drop a folder or an archive with pictures here</source>
        <translation>Ordner oder Archiv mit Bildern hier ablegen</translation>
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
        <source>In an epoch it sees every picture once.</source>
        <translation>In einer Epoche sieht es jedes Bild einmal.</translation>
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
        <source>As far as can be told by now.</source>
        <translation>Soweit es sich bis jetzt sagen lässt.</translation>
    </message>
    <message>
        <source>It goes on with epoch {epoch} of {epochs}.</source>
        <translation>Es geht mit Epoche {epoch} von {epochs} weiter.</translation>
    </message>
    <message>
        <source>{epoch} of {epochs}</source>
        <translation>{epoch} von {epochs}</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>&apos;{command} --help&apos; shows what it takes.</source>
        <translation>&apos;{command} --help&apos; zeigt, was möglich ist.</translation>
    </message>
    <message>
        <source>A classifier needs at least two: add a second subfolder with pictures of something else.</source>
        <translation>Ein Klassifikator braucht mindestens zwei: Legen Sie einen zweiten Unterordner mit Bildern von etwas anderem an.</translation>
    </message>
    <message>
        <source>A setting is out of range: {reason}.</source>
        <translation>Eine Einstellung liegt außerhalb ihres Bereichs: {reason}.</translation>
    </message>
    <message>
        <source>Add more pictures to its folder, or remove the class.</source>
        <translation>Legen Sie mehr Bilder in ihren Ordner, oder entfernen Sie die Klasse.</translation>
    </message>
    <message>
        <source>Add pictures to its folder, or remove the folder.</source>
        <translation>Legen Sie Bilder in ihren Ordner, oder entfernen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Another program may use that port: choose another one, or 0 for any that is free.</source>
        <translation>Vielleicht benutzt ein anderes Programm diesen Port: Wählen Sie einen anderen, oder 0 für irgendeinen freien.</translation>
    </message>
    <message>
        <source>Another program uses {port}.</source>
        <translation>Ein anderes Programm benutzt {port}.</translation>
    </message>
    <message>
        <source>Build it with ESP-IDF, or use the virtual board, which needs none.</source>
        <translation>Bauen Sie sie mit ESP-IDF, oder nehmen Sie das virtuelle Board, das keine braucht.</translation>
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
        <source>Change its permissions, or copy the pictures to a folder of your own.</source>
        <translation>Ändern Sie die Zugriffsrechte, oder kopieren Sie die Bilder in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Check that it is flashed and that the right port is chosen, press its reset button, then try again.</source>
        <translation>Prüfen Sie, ob es geflasht und der richtige Anschluss gewählt ist, drücken Sie die Reset-Taste des Boards und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Check the address, and start what offers the board there (&apos;squeeze virtual-board&apos; tells its address).</source>
        <translation>Prüfen Sie die Adresse, und starten Sie, was das Board dort anbietet (&apos;squeeze virtual-board&apos; nennt seine Adresse).</translation>
    </message>
    <message>
        <source>Check the cable and connect the board again. Its loader is in ROM: flashing again mends it.</source>
        <translation>Prüfen Sie das Kabel und schließen Sie das Board neu an. Sein Lader liegt im ROM: Erneutes Flashen bringt es in Ordnung.</translation>
    </message>
    <message>
        <source>Check the cable, connect the board again, then try again.</source>
        <translation>Prüfen Sie das Kabel, schließen Sie das Board neu an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Check the path, or choose the folder or archive with your pictures again.</source>
        <translation>Prüfen Sie den Pfad, oder wählen Sie den Ordner oder das Archiv mit Ihren Bildern neu.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings of the system or in the variables http_proxy, https_proxy and no_proxy.</source>
        <translation>Prüfen Sie den Proxy in den Einstellungen des Systems oder in den Variablen http_proxy, https_proxy und no_proxy.</translation>
    </message>
    <message>
        <source>Choose a file. What a pipe or a device gives can be saved as one first.</source>
        <translation>Wählen Sie eine Datei. Was eine Pipe oder ein Gerät liefert, lässt sich vorher als Datei speichern.</translation>
    </message>
    <message>
        <source>Choose a folder that holds a run.json, or start a new run.</source>
        <translation>Wählen Sie einen Ordner mit einer run.json, oder beginnen Sie einen neuen Lauf.</translation>
    </message>
    <message>
        <source>Choose a folder that is not there yet, or an empty one.</source>
        <translation>Wählen Sie einen Ordner, den es noch nicht gibt, oder einen leeren.</translation>
    </message>
    <message>
        <source>Choose a shorter name, or a folder nearer to the top of the disk.</source>
        <translation>Wählen Sie einen kürzeren Namen oder einen Ordner weiter oben auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Choose a smaller network, or a board with more flash. Nothing was written.</source>
        <translation>Wählen Sie ein kleineres Netz oder ein Board mit mehr Flash. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Choose a zip file that this project&apos;s release page or this program&apos;s build made.</source>
        <translation>Wählen Sie eine zip-Datei von der Veröffentlichungsseite dieses Projekts oder eine, die dieses Programm gebaut hat.</translation>
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
        <source>Choose one of those that &apos;squeeze data&apos; lists; a picture is named by its path in the data, with &apos;/&apos;.</source>
        <translation>Wählen Sie eine von denen, die &apos;squeeze data&apos; auflistet; ein Bild heißt wie sein Pfad in den Daten, mit &apos;/&apos;.</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>Wählen Sie eines von: {known}.</translation>
    </message>
    <message>
        <source>Choose the board that is connected (--board: {known}). Nothing was written.</source>
        <translation>Wählen Sie das Board, das angeschlossen ist (--board: {known}). Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Choose the board that is connected, or connect the one that was chosen. Nothing was written.</source>
        <translation>Wählen Sie das Board, das angeschlossen ist, oder schließen Sie das gewählte an. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Choose the bundle for your board.</source>
        <translation>Wählen Sie das Paket für Ihr Board.</translation>
    </message>
    <message>
        <source>Choose the file of this board, or one that is not there yet.</source>
        <translation>Wählen Sie die Datei dieses Boards, oder eine, die es noch nicht gibt.</translation>
    </message>
    <message>
        <source>Choose the file that was saved from a board with the same size of flash.</source>
        <translation>Wählen Sie die Datei, die von einem Board mit gleich großem Flash gesichert wurde.</translation>
    </message>
    <message>
        <source>Choose the network that they belong to (--network), with width 1, no bypass and the published ratios.</source>
        <translation>Wählen Sie das Netz, zu dem sie gehören (--network), mit Breite 1, ohne Bypass und mit den veröffentlichten Verhältnissen.</translation>
    </message>
    <message>
        <source>Close serial monitors and other programs that may have it open, then try again.</source>
        <translation>Schließen Sie serielle Monitore und andere Programme, die ihn geöffnet haben könnten, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Connect the board with a data cable and choose its port from the list again.</source>
        <translation>Schließen Sie das Board mit einem Datenkabel an und wählen Sie seinen Anschluss neu aus der Liste.</translation>
    </message>
    <message>
        <source>Convert it with full-integer quantization (int8 in and out) first.</source>
        <translation>Wandeln Sie es zuerst mit voller Ganzzahl-Quantisierung um (int8 hinein und heraus).</translation>
    </message>
    <message>
        <source>Disconnect the board, connect it again and retry; the technical detail has the flasher&apos;s own words.</source>
        <translation>Trennen Sie das Board, schließen Sie es neu an und versuchen Sie es erneut; unter „Technisches“ steht, was das Flashprogramm selbst sagt.</translation>
    </message>
    <message>
        <source>Download CIFAR-10&apos;s python version again; its pictures in class folders will do as well.</source>
        <translation>Laden Sie die Python-Fassung von CIFAR-10 neu herunter; ihre Bilder in Klassenordnern tun es auch.</translation>
    </message>
    <message>
        <source>Download or copy it again; if it is not an archive at all, choose a folder.</source>
        <translation>Laden oder kopieren Sie es neu; ist es gar kein Archiv, wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>ESP-IDF was not found on this computer.</source>
        <translation>ESP-IDF wurde auf diesem Computer nicht gefunden.</translation>
    </message>
    <message>
        <source>Fetch them once: on the page Train, or with &apos;squeeze weights fetch {network}&apos;.</source>
        <translation>Laden Sie sie einmal herunter: auf der Seite Trainieren oder mit &apos;squeeze weights fetch {network}&apos;.</translation>
    </message>
    <message>
        <source>Fetch, copy or build it again. Nothing of it was used.</source>
        <translation>Laden, kopieren oder bauen Sie es neu. Nichts davon wurde benutzt.</translation>
    </message>
    <message>
        <source>Flash a model to the board; if this is a file, choose the run&apos;s model.img.</source>
        <translation>Flashen Sie ein Modell auf das Board; ist dies eine Datei, wählen Sie die model.img des Laufs.</translation>
    </message>
    <message>
        <source>Flash again. If it stays, the board&apos;s power supply or flash is at fault: try another USB port.</source>
        <translation>Flashen Sie erneut. Bleibt es dabei, liegt es an der Stromversorgung oder am Flash des Boards: Probieren Sie einen anderen USB-Anschluss.</translation>
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
        <source>Flash the model again, more slowly or with another cable.</source>
        <translation>Flashen Sie das Modell neu, langsamer oder mit einem anderen Kabel.</translation>
    </message>
    <message>
        <source>Flash the model again; if that does not help, the board&apos;s flash is too small for it.</source>
        <translation>Flashen Sie das Modell neu; hilft das nicht, ist der Flash des Boards zu klein dafür.</translation>
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
        <source>Free some space and go on with the same run; what was finished is kept.</source>
        <translation>Schaffen Sie Platz und setzen Sie denselben Lauf fort; was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Give every split the same class folders, each with pictures that no other split has.</source>
        <translation>Geben Sie jeder Teilmenge dieselben Klassenordner, jeweils mit Bildern, die in keiner anderen sind.</translation>
    </message>
    <message>
        <source>Go on with its settings (--resume), start a stage anew (--from), or choose another folder.</source>
        <translation>Setzen Sie mit seinen Einstellungen fort (--resume), beginnen Sie einen Schritt neu (--from), oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Go online and try again, or fetch {address} on another computer and choose the file here.</source>
        <translation>Stellen Sie eine Verbindung zum Internet her und versuchen Sie es erneut, oder laden Sie {address} auf einem anderen Computer herunter und wählen Sie die Datei hier.</translation>
    </message>
    <message>
        <source>Hold its BOOT button down while connecting. An ESP32-CAM needs IO0 joined with GND instead.</source>
        <translation>Halten Sie beim Anschließen die BOOT-Taste gedrückt. Bei einer ESP32-CAM wird stattdessen IO0 mit GND verbunden.</translation>
    </message>
    <message>
        <source>If it was moved, go on with it where it is now (--resume): its finished epochs are in it. If it was deleted, start a new run.</source>
        <translation>Wurde er verschoben, machen Sie dort weiter, wo er jetzt ist (--resume): Seine fertigen Epochen sind darin. Wurde er gelöscht, beginnen Sie einen neuen Lauf.</translation>
    </message>
    <message>
        <source>Import a firmware bundle, fetch the one of the project&apos;s release page, or build it with ESP-IDF.</source>
        <translation>Importieren Sie ein Firmware-Paket, holen Sie das von der Veröffentlichungsseite des Projekts, oder bauen Sie es mit ESP-IDF.</translation>
    </message>
    <message>
        <source>Install it or Docker, or say where it is with IDF_PATH; or import a firmware bundle built elsewhere.</source>
        <translation>Installieren Sie es oder Docker, oder sagen Sie mit IDF_PATH, wo es ist; oder importieren Sie ein anderswo gebautes Firmware-Paket.</translation>
    </message>
    <message>
        <source>It may be cut short or of another format: copy or convert it again.</source>
        <translation>Vielleicht ist es abgeschnitten oder in einem anderen Format: Kopieren oder wandeln Sie es neu um.</translation>
    </message>
    <message>
        <source>It was left as it is. Move it away, or choose another folder.</source>
        <translation>Es wurde so gelassen, wie es ist. Räumen Sie es weg oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>It was left as it is. Move it away, or name another file.</source>
        <translation>Es wurde so gelassen, wie es ist. Räumen Sie es weg oder nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Leave it open, or send it to a file or to nobody: &apos;{command} &gt; result.txt&apos;, &apos;{command} &gt; /dev/null&apos;.</source>
        <translation>Lassen Sie sie offen, oder leiten Sie sie in eine Datei oder ins Nichts: „{command} &gt; result.txt“, „{command} &gt; /dev/null“.</translation>
    </message>
    <message>
        <source>Look at the pictures again: the list is made anew.</source>
        <translation>Lassen Sie die Bilder noch einmal ansehen: Die Liste wird neu gemacht.</translation>
    </message>
    <message>
        <source>Lower the learning rate, then go on; the epochs before it are kept.</source>
        <translation>Senken Sie die Lernrate und setzen Sie fort; die Epochen davor sind erhalten.</translation>
    </message>
    <message>
        <source>Lower the memory for pictures, the batch size or the image size, or close other programs; then go on.</source>
        <translation>Verringern Sie den Speicher für Bilder, die Batchgröße oder die Bildgröße, oder schließen Sie andere Programme; dann machen Sie weiter.</translation>
    </message>
    <message>
        <source>Make it again from the run, then flash the board.</source>
        <translation>Machen Sie es aus dem Lauf neu und flashen Sie das Board.</translation>
    </message>
    <message>
        <source>Make one subfolder per class, named after it, and put each picture into the folder of its class.</source>
        <translation>Legen Sie je Klasse einen Unterordner mit ihrem Namen an und jedes Bild in den Ordner seiner Klasse.</translation>
    </message>
    <message>
        <source>Name a .pth file of torchvision&apos;s SqueezeNet, or one saved with torch.save(model.state_dict(), file).</source>
        <translation>Nennen Sie eine .pth-Datei von torchvisions SqueezeNet, oder eine mit torch.save(model.state_dict(), file) gespeicherte.</translation>
    </message>
    <message>
        <source>Name a file that is not there yet, or replace this one with --force.</source>
        <translation>Nennen Sie eine Datei, die es noch nicht gibt, oder ersetzen Sie diese mit --force.</translation>
    </message>
    <message>
        <source>Name a folder or an archive with --data, or take the built-in sample scenes with --data scenes.</source>
        <translation>Nennen Sie mit --data einen Ordner oder ein Archiv, oder nehmen Sie mit --data scenes die eingebauten Beispielszenen.</translation>
    </message>
    <message>
        <source>Name it with --board: {known}.</source>
        <translation>Nennen Sie es mit --board: {known}.</translation>
    </message>
    <message>
        <source>Name pictures or a folder of them with --pictures.</source>
        <translation>Nennen Sie mit --pictures Bilder oder einen Ordner damit.</translation>
    </message>
    <message>
        <source>Name the pictures that the model was made for, or others with the same class folders.</source>
        <translation>Nennen Sie die Bilder, für die das Modell gemacht wurde, oder andere mit denselben Klassenordnern.</translation>
    </message>
    <message>
        <source>No board is offered at {port}.</source>
        <translation>An {port} wird kein Board angeboten.</translation>
    </message>
    <message>
        <source>No firmware for boards of the kind {variant} has been released yet.</source>
        <translation>Für Boards der Art {variant} wurde noch keine Firmware veröffentlicht.</translation>
    </message>
    <message>
        <source>No pictures that can be read were found in {path}.</source>
        <translation>In {path} wurden keine lesbaren Bilder gefunden.</translation>
    </message>
    <message>
        <source>No pictures were named.</source>
        <translation>Es wurden keine Bilder genannt.</translation>
    </message>
    <message>
        <source>Nothing came back from the board on {port}.</source>
        <translation>Vom Board an {port} kam nichts zurück.</translation>
    </message>
    <message>
        <source>Nothing in its folder was changed. Put the file back from a copy, or start a new run in another folder.</source>
        <translation>In seinem Ordner wurde nichts geändert. Stellen Sie die Datei aus einer Kopie wieder her oder beginnen Sie einen neuen Lauf in einem anderen Ordner.</translation>
    </message>
    <message>
        <source>Nothing of it was executed. Take the file from a source that you trust, saved as a state_dict.</source>
        <translation>Nichts davon wurde ausgeführt. Nehmen Sie die Datei aus einer Quelle, der Sie vertrauen, als state_dict gespeichert.</translation>
    </message>
    <message>
        <source>Nothing of it was kept. Check the internet connection and try again.</source>
        <translation>Nichts davon wurde behalten. Prüfen Sie die Internetverbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Nothing of it was kept. Try again later; a login page or a filter of the network may be in between.</source>
        <translation>Nichts davon wurde behalten. Versuchen Sie es später erneut; vielleicht ist eine Anmeldeseite oder ein Filter des Netzwerks dazwischen.</translation>
    </message>
    <message>
        <source>Nothing of it was run. Choose float.keras or pruned.keras of a run; of other networks int8 .tflite files are read.</source>
        <translation>Nichts davon wurde ausgeführt. Wählen Sie float.keras oder pruned.keras eines Laufs; von anderen Netzen werden int8-.tflite-Dateien gelesen.</translation>
    </message>
    <message>
        <source>Nothing of it was used. Fetch it again; a login page of the network may have come in its place.</source>
        <translation>Nichts davon wurde benutzt. Laden Sie sie noch einmal herunter; vielleicht kam eine Anmeldeseite des Netzwerks an ihrer Stelle.</translation>
    </message>
    <message>
        <source>Nothing says which board is on {port}; its chip is {chip}.</source>
        <translation>Nichts sagt, welches Board an {port} ist; sein Chip ist {chip}.</translation>
    </message>
    <message>
        <source>Nothing was kept of it. Please report this with the run folder&apos;s log.</source>
        <translation>Nichts davon wurde behalten. Bitte melden Sie dies mit dem Protokoll des Laufordners.</translation>
    </message>
    <message>
        <source>Nothing was kept. Unpack it yourself if you trust it, and choose the folder.</source>
        <translation>Es wurde nichts behalten. Entpacken Sie es selbst, wenn Sie ihm vertrauen, und wählen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Nothing was unpacked. Unpack it yourself if you trust it, and choose the folder.</source>
        <translation>Es wurde nichts entpackt. Entpacken Sie es selbst, wenn Sie ihm vertrauen, und wählen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Only one class, &apos;{name}&apos;, was found in {path}.</source>
        <translation>In {path} wurde nur eine Klasse gefunden, „{name}“.</translation>
    </message>
    <message>
        <source>Open it in a picture viewer; if that fails too, replace it.</source>
        <translation>Öffnen Sie es in einem Bildbetrachter; geht das auch nicht, ersetzen Sie es.</translation>
    </message>
    <message>
        <source>Put JPEG, PNG, BMP, GIF or WebP pictures into one subfolder per class.</source>
        <translation>Legen Sie JPEG-, PNG-, BMP-, GIF- oder WebP-Bilder in einen Unterordner je Klasse.</translation>
    </message>
    <message>
        <source>Put them back as they were, or begin the run anew with those that are there (--from train).</source>
        <translation>Stellen Sie sie wieder her, wie sie waren, oder beginnen Sie den Lauf mit den vorhandenen neu (--from train).</translation>
    </message>
    <message>
        <source>Remove or replace them, or run with bad pictures left out.</source>
        <translation>Entfernen oder ersetzen Sie sie, oder lassen Sie schlechte Bilder weg.</translation>
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
        <source>Run the stage that writes it again (--from {stage}).</source>
        <translation>Führen Sie den Schritt, der es schreibt, noch einmal aus (--from {stage}).</translation>
    </message>
    <message>
        <source>See the technical detail; the model may use an operator that this runtime lacks.</source>
        <translation>Siehe „Technisches“; vielleicht benutzt das Modell eine Operation, die diese Laufzeit nicht hat.</translation>
    </message>
    <message>
        <source>Something went wrong that the program did not expect: {reason}.</source>
        <translation>Etwas ging schief, womit das Programm nicht gerechnet hat: {reason}.</translation>
    </message>
    <message>
        <source>Start a new run in another folder; the old results are untouched.</source>
        <translation>Beginnen Sie einen neuen Lauf in einem anderen Ordner; die alten Ergebnisse bleiben unberührt.</translation>
    </message>
    <message>
        <source>The Huffman-coded model is not identical to the int8 model: {reason}.</source>
        <translation>Das Huffman-codierte Modell ist nicht gleich dem int8-Modell: {reason}.</translation>
    </message>
    <message>
        <source>The ImageNet weights of {network} are not on this computer yet.</source>
        <translation>Die ImageNet-Gewichte von {network} sind noch nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>The board does not answer ({waited}).</source>
        <translation>Das Board antwortet nicht ({waited}).</translation>
    </message>
    <message>
        <source>The board on {port} did not start the helper program for flashing.</source>
        <translation>Das Board an {port} hat das Hilfsprogramm zum Flashen nicht gestartet.</translation>
    </message>
    <message>
        <source>The board on {port} has no camera, and no pictures were named.</source>
        <translation>Das Board an {port} hat keine Kamera, und es wurden keine Bilder genannt.</translation>
    </message>
    <message>
        <source>The board on {port} has security features burnt in that keep it from being flashed ({feature}).</source>
        <translation>Im Board an {port} sind Schutzfunktionen eingebrannt, die das Flashen verhindern ({feature}).</translation>
    </message>
    <message>
        <source>The board on {port} has the chip {found}, not {expected}.</source>
        <translation>Das Board an {port} hat den Chip {found}, nicht {expected}.</translation>
    </message>
    <message>
        <source>The board on {port} is a real one, and the virtual board was chosen.</source>
        <translation>Das Board an {port} ist ein echtes, und gewählt wurde das virtuelle.</translation>
    </message>
    <message>
        <source>The board on {port} started its program instead of its loader.</source>
        <translation>Das Board an {port} hat sein Programm statt seines Laders gestartet.</translation>
    </message>
    <message>
        <source>The board reports: {sentence}.</source>
        <translation>Das Board meldet: {sentence}.</translation>
    </message>
    <message>
        <source>The board runs another model than this one.</source>
        <translation>Auf dem Board läuft ein anderes Modell als dieses.</translation>
    </message>
    <message>
        <source>The board&apos;s firmware speaks another version of the link ({found}, this program speaks {known}).</source>
        <translation>Die Firmware des Boards spricht eine andere Version der Verbindung ({found}, dieses Programm spricht {known}).</translation>
    </message>
    <message>
        <source>The class &apos;{name}&apos; has no readable picture.</source>
        <translation>Die Klasse „{name}“ hat kein lesbares Bild.</translation>
    </message>
    <message>
        <source>The class &apos;{name}&apos; has {count} readable pictures; {needed} are needed.</source>
        <translation>Die Klasse „{name}“ hat {count} lesbare Bilder; nötig sind {needed}.</translation>
    </message>
    <message>
        <source>The command cannot be understood: {reason}.</source>
        <translation>Der Befehl ist nicht zu verstehen: {reason}.</translation>
    </message>
    <message>
        <source>The connection on {port} broke off.</source>
        <translation>Die Verbindung an {port} brach ab.</translation>
    </message>
    <message>
        <source>The connection to the board broke off.</source>
        <translation>Die Verbindung zum Board brach ab.</translation>
    </message>
    <message>
        <source>The data&apos;s own splits have different classes: &apos;{name}&apos; is missing from {split}.</source>
        <translation>Die Teilmengen der Daten haben verschiedene Klassen: „{name}“ fehlt in {split}.</translation>
    </message>
    <message>
        <source>The disk is full: {path} could not be written.</source>
        <translation>Der Datenträger ist voll: {path} konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The download of {address} was cut off after {received} bytes.</source>
        <translation>Das Herunterladen von {address} brach nach {received} Bytes ab.</translation>
    </message>
    <message>
        <source>The firmware bundle {path} is damaged: the hash of {name} is not the one expected.</source>
        <translation>Das Firmware-Paket {path} ist beschädigt: Der Hash von {name} ist nicht der erwartete.</translation>
    </message>
    <message>
        <source>The firmware in {path} is for boards of the kind {found}, not {variant}.</source>
        <translation>Die Firmware in {path} ist für Boards der Art {found}, nicht {variant}.</translation>
    </message>
    <message>
        <source>The firmware in {path} speaks version {found} of the link; this program speaks {known}.</source>
        <translation>Die Firmware in {path} spricht Version {found} der Verbindung; dieses Programm spricht {known}.</translation>
    </message>
    <message>
        <source>The list of pictures in {path} cannot be read.</source>
        <translation>Die Liste der Bilder in {path} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The log has the build&apos;s last lines; check that the firmware supports this version of ESP-IDF.</source>
        <translation>Das Protokoll hat die letzten Zeilen des Bauens; prüfen Sie, ob die Firmware diese Version von ESP-IDF unterstützt.</translation>
    </message>
    <message>
        <source>The model image contradicts its format: {field} {reason}.</source>
        <translation>Das Modellabbild widerspricht seinem Format: {field} {reason}.</translation>
    </message>
    <message>
        <source>The model image is cut short, or its length is not a possible one.</source>
        <translation>Das Modellabbild ist abgeschnitten, oder seine Länge ist keine mögliche.</translation>
    </message>
    <message>
        <source>The model image is damaged: its hash does not match its bytes.</source>
        <translation>Das Modellabbild ist beschädigt: Sein Hash passt nicht zu seinen Bytes.</translation>
    </message>
    <message>
        <source>The model image is of another version (format {found}, this program and its firmware read {known}).</source>
        <translation>Das Modellabbild hat eine andere Version (Format {found}; dieses Programm und seine Firmware lesen {known}).</translation>
    </message>
    <message>
        <source>The name of the class {name} has a line break or another character that cannot be shown.</source>
        <translation>Der Name der Klasse {name} enthält einen Zeilenumbruch oder ein anderes Zeichen, das nicht angezeigt werden kann.</translation>
    </message>
    <message>
        <source>The name {path} is not readable text: it is not UTF-8.</source>
        <translation>Der Name {path} ist kein lesbarer Text: Er ist nicht in UTF-8.</translation>
    </message>
    <message>
        <source>The name {path} is too long for this system.</source>
        <translation>Der Name {path} ist für dieses System zu lang.</translation>
    </message>
    <message>
        <source>The pictures in {path} are not in class folders.</source>
        <translation>Die Bilder in {path} liegen nicht in Klassenordnern.</translation>
    </message>
    <message>
        <source>The pictures in {path} are not those that this run was made with: {difference}.</source>
        <translation>Die Bilder in {path} sind nicht die, mit denen dieser Lauf gemacht wurde: {difference}.</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not let {address} through.</source>
        <translation>Der Proxy {proxy} lässt {address} nicht durch.</translation>
    </message>
    <message>
        <source>The virtual board cannot be offered at {address}.</source>
        <translation>Das virtuelle Board kann an {address} nicht angeboten werden.</translation>
    </message>
    <message>
        <source>The weights in {path} are not those of the network that was asked for: {reason}.</source>
        <translation>Die Gewichte in {path} sind nicht die des verlangten Netzes: {reason}.</translation>
    </message>
    <message>
        <source>The work stopped unexpectedly ({reason}).</source>
        <translation>Die Arbeit brach unerwartet ab ({reason}).</translation>
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
        <source>There is no firmware for boards of the kind {variant} on this computer.</source>
        <translation>Auf diesem Computer ist keine Firmware für Boards der Art {variant}.</translation>
    </message>
    <message>
        <source>There is no model file at {path}.</source>
        <translation>Bei {path} ist keine Modelldatei.</translation>
    </message>
    <message>
        <source>There is no model image: the first bytes are not those of one.</source>
        <translation>Es gibt kein Modellabbild: Die ersten Bytes sind nicht die eines solchen.</translation>
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
        <source>There is nowhere to show the result: standard output is closed.</source>
        <translation>Das Ergebnis kann nirgends angezeigt werden: Die Standardausgabe ist geschlossen.</translation>
    </message>
    <message>
        <source>There was not enough memory, and the work ended.</source>
        <translation>Der Arbeitsspeicher reichte nicht, und die Arbeit endete.</translation>
    </message>
    <message>
        <source>Training diverged: the loss is no longer a number in epoch {epoch}.</source>
        <translation>Das Training ist entgleist: Der Verlust ist in Epoche {epoch} keine Zahl mehr.</translation>
    </message>
    <message>
        <source>Try again later, or fetch it on another computer and choose the file here.</source>
        <translation>Versuchen Sie es später erneut, oder laden Sie sie auf einem anderen Computer herunter und wählen Sie die Datei hier.</translation>
    </message>
    <message>
        <source>Try again without it, and at a lower speed; other things connected to the board may be in the way.</source>
        <translation>Versuchen Sie es ohne es erneut, und langsamer; anderes, was am Board angeschlossen ist, kann stören.</translation>
    </message>
    <message>
        <source>Try again: a run goes on from its last finished epoch. The log has the last lines.</source>
        <translation>Versuchen Sie es erneut: Ein Lauf geht von der letzten fertigen Epoche weiter. Das Protokoll hat die letzten Zeilen.</translation>
    </message>
    <message>
        <source>Unpack it yourself with the password, and choose the folder.</source>
        <translation>Entpacken Sie es selbst mit dem Kennwort, und wählen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Use a cable that carries data. If that is not it, hold BOOT down, press EN (RST) once and try again.</source>
        <translation>Nehmen Sie ein Kabel, das Daten überträgt. Liegt es nicht daran, halten Sie BOOT gedrückt, drücken einmal EN (RST) und versuchen es erneut.</translation>
    </message>
    <message>
        <source>Use a shorter cable without a hub, or a lower speed; if it stays, flash the firmware again.</source>
        <translation>Nehmen Sie ein kürzeres Kabel ohne Hub, oder eine kleinere Geschwindigkeit; bleibt es dabei, flashen Sie die Firmware neu.</translation>
    </message>
    <message>
        <source>Use a shorter cable, without a hub, and take other loads off the board&apos;s supply.</source>
        <translation>Nehmen Sie ein kürzeres Kabel ohne Hub, und trennen Sie andere Verbraucher von der Versorgung des Boards.</translation>
    </message>
    <message>
        <source>Use another board: they cannot be undone. Nothing was written.</source>
        <translation>Nehmen Sie ein anderes Board: Sie lassen sich nicht rückgängig machen. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Use it as it is, or compress the plain int8 model it came from.</source>
        <translation>Nehmen Sie es, wie es ist, oder komprimieren Sie das einfache int8-Modell, aus dem es entstand.</translation>
    </message>
    <message>
        <source>Use the bundle that belongs to this version of the program.</source>
        <translation>Nehmen Sie das Paket, das zu dieser Version des Programms gehört.</translation>
    </message>
    <message>
        <source>Wait for it or stop it, then try again.</source>
        <translation>Warten Sie darauf oder beenden Sie es, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>What arrived from the board on {port} was damaged, at the lowest speed too.</source>
        <translation>Was vom Board an {port} kam, war beschädigt, auch mit der kleinsten Geschwindigkeit.</translation>
    </message>
    <message>
        <source>What is at {address} is larger than {most} bytes, and so not what belongs there.</source>
        <translation>Was unter {address} zu finden ist, ist größer als {most} Bytes und damit nicht, was dort hingehört.</translation>
    </message>
    <message>
        <source>What is in the board&apos;s flash is not what was written ({name}).</source>
        <translation>Im Flash des Boards steht nicht, was geschrieben wurde ({name}).</translation>
    </message>
    <message>
        <source>What the board sends does not make sense ({reason}).</source>
        <translation>Was das Board sendet, ergibt keinen Sinn ({reason}).</translation>
    </message>
    <message>
        <source>What was finished is kept. Please report it with the technical detail.</source>
        <translation>Was fertig ist, bleibt erhalten. Bitte melden Sie es mit den technischen Angaben.</translation>
    </message>
    <message>
        <source>You may not read {path}.</source>
        <translation>Sie dürfen {path} nicht lesen.</translation>
    </message>
    <message>
        <source>You may not write to {path}.</source>
        <translation>Sie dürfen nicht in {path} schreiben.</translation>
    </message>
    <message>
        <source>Your account may not use {port}.</source>
        <translation>Ihr Konto darf {port} nicht benutzen.</translation>
    </message>
    <message>
        <source>{address} could not be fetched: {reason}.</source>
        <translation>{address} konnte nicht heruntergeladen werden: {reason}.</translation>
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
        <source>{count} pictures cannot be read; the first is {path}.</source>
        <translation>{count} Bilder sind nicht lesbar; das erste ist {path}.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: this computer seems to be offline.</source>
        <translation>{host} ist nicht erreichbar: Dieser Computer scheint offline zu sein.</translation>
    </message>
    <message>
        <source>{name} needs {needed} of flash, and there is room for {available}.</source>
        <translation>{name} braucht {needed} Flash, und Platz ist für {available}.</translation>
    </message>
    <message>
        <source>{path} already holds a run with other settings: {difference}.</source>
        <translation>{path} enthält schon einen Lauf mit anderen Einstellungen: {difference}.</translation>
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
        <source>{path} does not run: {reason}.</source>
        <translation>{path} läuft nicht: {reason}.</translation>
    </message>
    <message>
        <source>{path} has {found} bytes; a flash chip of {size} bytes was asked for.</source>
        <translation>{path} hat {found} Bytes; verlangt war ein Flash-Chip mit {size} Bytes.</translation>
    </message>
    <message>
        <source>{path} holds an entry that is not safe to unpack: {entry} ({reason}).</source>
        <translation>{path} enthält einen Eintrag, der nicht sicher zu entpacken ist: {entry} ({reason}).</translation>
    </message>
    <message>
        <source>{path} holds more than weights: reading it would call {name}.</source>
        <translation>{path} enthält mehr als Gewichte: Beim Lesen würde {name} aufgerufen.</translation>
    </message>
    <message>
        <source>{path} is Huffman-coded already.</source>
        <translation>{path} ist schon Huffman-codiert.</translation>
    </message>
    <message>
        <source>{path} is being worked on by another process.</source>
        <translation>Ein anderer Prozess arbeitet an {path}.</translation>
    </message>
    <message>
        <source>{path} is damaged, or is not the file that its stage wrote.</source>
        <translation>{path} ist beschädigt oder nicht die Datei, die der Schritt geschrieben hat.</translation>
    </message>
    <message>
        <source>{path} is not a backup that fits this board ({reason}).</source>
        <translation>{path} ist keine Sicherung, die zu diesem Board passt ({reason}).</translation>
    </message>
    <message>
        <source>{path} is not a batch of CIFAR-10 pictures: {reason}.</source>
        <translation>{path} ist kein Bündel von CIFAR-10-Bildern: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not a file of weights that PyTorch saved.</source>
        <translation>{path} ist keine Datei mit Gewichten, die PyTorch gespeichert hat.</translation>
    </message>
    <message>
        <source>{path} is not a firmware bundle ({reason}).</source>
        <translation>{path} ist kein Firmware-Paket ({reason}).</translation>
    </message>
    <message>
        <source>{path} is not a network of this program: {reason}.</source>
        <translation>{path} ist kein Netz dieses Programms: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not a readable model file.</source>
        <translation>{path} ist keine lesbare Modelldatei.</translation>
    </message>
    <message>
        <source>{path} is not a readable picture.</source>
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
        <source>{path} is not an ordinary file, but a link, a folder or a device.</source>
        <translation>{path} ist keine gewöhnliche Datei, sondern eine Verknüpfung, ein Ordner oder ein Gerät.</translation>
    </message>
    <message>
        <source>{path} is not an ordinary folder, but a link or a file.</source>
        <translation>{path} ist kein gewöhnlicher Ordner, sondern eine Verknüpfung oder eine Datei.</translation>
    </message>
    <message>
        <source>{path} is not the file that was published: its SHA-256 begins with {found} instead of {expected}.</source>
        <translation>{path} ist nicht die veröffentlichte Datei: Ihr SHA-256 beginnt mit {found} statt mit {expected}.</translation>
    </message>
    <message>
        <source>{path} is protected with a password.</source>
        <translation>{path} ist mit einem Kennwort geschützt.</translation>
    </message>
    <message>
        <source>{path} is there already and has something in it.</source>
        <translation>{path} ist schon da und nicht leer.</translation>
    </message>
    <message>
        <source>{path} is there already.</source>
        <translation>{path} gibt es schon.</translation>
    </message>
    <message>
        <source>{path} is {found}, not a file.</source>
        <translation>{path} ist keine Datei ({found}).</translation>
    </message>
    <message>
        <source>{path} tells {found} classes apart, the pictures have {needed}.</source>
        <translation>{path} unterscheidet {found} Klassen, die Bilder haben {needed}.</translation>
    </message>
    <message>
        <source>{path} was deleted or moved while it was being worked on.</source>
        <translation>{path} wurde gelöscht oder verschoben, während daran gearbeitet wurde.</translation>
    </message>
    <message>
        <source>{path} was made by another version of the program (format {found}, this one reads {known}).</source>
        <translation>{path} stammt von einer anderen Version des Programms (Format {found}, diese liest {known}).</translation>
    </message>
    <message>
        <source>{path} would unpack to more than {limit}.</source>
        <translation>{path} würde entpackt mehr als {limit} ergeben.</translation>
    </message>
    <message>
        <source>{stage} cannot start: {needed} has not finished in this run.</source>
        <translation>{stage} kann nicht beginnen: {needed} ist in diesem Lauf nicht fertig.</translation>
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
        <source>Project for ESP-IDF…</source>
        <translation>Projekt für ESP-IDF…</translation>
    </message>
    <message>
        <source>All of it in one zip file…</source>
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
        <source>The report, the model as files, as C source or as a project, and the run&apos;s folder.</source>
        <translation>Der Bericht, das Modell als Dateien, als C-Quelltext oder als Projekt, und der Ordner des Laufs.</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>One page with every figure and picture of this run.</source>
        <translation>Eine Seite mit allen Zahlen und Bildern dieses Laufs.</translation>
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
        <source>The log is {path}</source>
        <translation>Das Protokoll ist {path}</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Outside the class folders, and not used: {count}</source>
        <translation>Außerhalb der Klassenordner und nicht benutzt: {count}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is set aside: listed, but not used ({count}).</source>
        <translation>„{name}“ ist zurückgestellt: aufgelistet, aber nicht benutzt ({count}).</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; and &apos;{partner}&apos; are called almost the same.</source>
        <translation>„{name}“ und „{partner}“ heißen fast gleich.</translation>
    </message>
    <message>
        <source>No pictures, whatever their names say: {count}</source>
        <translation>Keine Bilder, wie sie auch heißen: {count}</translation>
    </message>
    <message>
        <source>Damaged or cut short: {count}</source>
        <translation>Beschädigt oder abgeschnitten: {count}</translation>
    </message>
    <message>
        <source>Too small to show anything: {count}</source>
        <translation>Zu klein, um etwas zu zeigen: {count}</translation>
    </message>
    <message>
        <source>Too large to be read: {count}</source>
        <translation>Zu groß zum Lesen: {count}</translation>
    </message>
    <message>
        <source>Links that lead nowhere: {count}</source>
        <translation>Verknüpfungen ins Leere: {count}</translation>
    </message>
    <message>
        <source>Copies of pictures in a later split, left out: {count}</source>
        <translation>Kopien von Bildern einer späteren Teilmenge, weggelassen: {count}</translation>
    </message>
    <message>
        <source>Exact copies of others, kept together: {count}</source>
        <translation>Exakte Kopien anderer, zusammengehalten: {count}</translation>
    </message>
    <message>
        <source>Near copies of others (one burst, or saved again), kept together: {count}</source>
        <translation>Beinahe-Kopien anderer (eine Serie oder neu gespeichert), zusammengehalten: {count}</translation>
    </message>
    <message>
        <source>Near copies of others: {count}. This run may divide them; a new run keeps them together.</source>
        <translation>Beinahe-Kopien anderer: {count}. Dieser Lauf trennt sie vielleicht; ein neuer hält sie zusammen.</translation>
    </message>
    <message>
        <source>Near copies of pictures in a later split: {count}. The result looks better than it is.</source>
        <translation>Beinahe-Kopien von Bildern einer späteren Teilmenge: {count}. Das Ergebnis sieht besser aus, als es ist.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is hardly more than one burst ({count}): take more where the board will look.</source>
        <translation>„{name}“ ist kaum mehr als eine Serie ({count}): Machen Sie mehr Bilder dort, wo das Board hinsehen wird.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; always has the same background ({count}): take some where the board will look.</source>
        <translation>„{name}“ hat immer denselben Hintergrund ({count}): Machen Sie Bilder dort, wo das Board hinsehen wird.</translation>
    </message>
    <message>
        <source>More classes that are hardly more than one burst: {count}; take more where the board will look.</source>
        <translation>Weitere Klassen, die kaum mehr als eine Serie sind: {count}; machen Sie mehr Bilder dort, wo das Board hinsehen wird.</translation>
    </message>
    <message>
        <source>More classes with always the same background: {count}; take some where the board will look.</source>
        <translation>Weitere Klassen mit immer demselben Hintergrund: {count}; machen Sie Bilder dort, wo das Board hinsehen wird.</translation>
    </message>
    <message>
        <source>Smaller than what the network sees, enlarged: {count}</source>
        <translation>Kleiner als das, was das Netz sieht, vergrößert: {count}</translation>
    </message>
    <message>
        <source>There is only one class: nothing to tell apart.</source>
        <translation>Es gibt nur eine Klasse: nichts zu unterscheiden.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no picture that can be used.</source>
        <translation>„{name}“ hat kein brauchbares Bild.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has too few different pictures ({count}).</source>
        <translation>„{name}“ hat zu wenige verschiedene Bilder ({count}).</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has few pictures ({count}); 50 or more are better.</source>
        <translation>„{name}“ hat wenige Bilder ({count}); 50 oder mehr sind besser.</translation>
    </message>
    <message>
        <source>More classes with too few different pictures: {count}</source>
        <translation>Weitere Klassen mit zu wenigen verschiedenen Bildern: {count}</translation>
    </message>
    <message>
        <source>More classes with few pictures: {count}</source>
        <translation>Weitere Klassen mit wenigen Bildern: {count}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has far fewer pictures ({count}) than others: training gives it more weight.</source>
        <translation>„{name}“ hat viel weniger Bilder ({count}) als andere: Das Training gibt ihnen mehr Gewicht.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is missing from a split that the data brings.</source>
        <translation>„{name}“ fehlt in einer Teilmenge, die die Daten mitbringen.</translation>
    </message>
    <message>
        <source>The same pictures in &apos;{name}&apos; and in &apos;{partner}&apos;, left out: {count}</source>
        <translation>Dieselben Bilder in „{name}“ und „{partner}“, weggelassen: {count}</translation>
    </message>
    <message>
        <source>The same pictures in several classes, left out: {count}</source>
        <translation>Dieselben Bilder in mehreren Klassen, weggelassen: {count}</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Fewer than two classes are used: there is nothing to tell apart.</source>
        <translation>Weniger als zwei Klassen werden benutzt: Es gibt nichts zu unterscheiden.</translation>
    </message>
    <message>
        <source>The class &apos;{class_name}&apos; has no picture that can be used.</source>
        <translation>Die Klasse „{class_name}“ hat kein brauchbares Bild.</translation>
    </message>
    <message>
        <source>The class &apos;{class_name}&apos; has {count} different usable pictures; {least} are needed.</source>
        <translation>Die Klasse „{class_name}“ hat {count} verschiedene brauchbare Bilder; nötig sind {least}.</translation>
    </message>
    <message>
        <source>The class &apos;{class_name}&apos; has {count} pictures; {enough} or more are better.</source>
        <translation>Die Klasse „{class_name}“ hat {count} Bilder; {enough} oder mehr sind besser.</translation>
    </message>
    <message>
        <source>The class &apos;{class_name}&apos; is missing from the data&apos;s own {part} split.</source>
        <translation>Die Klasse „{class_name}“ fehlt in der Teilmenge {part} der Daten.</translation>
    </message>
    <message>
        <source>The class &apos;{class_name}&apos; is set aside: its {files} are listed but not used.</source>
        <translation>Die Klasse „{class_name}“ ist zurückgestellt: {files}, aufgelistet, aber nicht benutzt.</translation>
    </message>
    <message>
        <source>The class &apos;{largest}&apos; has {most} pictures, &apos;{class_name}&apos; has {count}: training gives rare classes more weight, unless told not to.</source>
        <translation>Die Klasse „{largest}“ hat {most} Bilder, „{class_name}“ hat {count}: Das Training gibt seltenen Klassen mehr Gewicht, wenn nichts anderes gesagt wird.</translation>
    </message>
    <message>
        <source>The classes &apos;{class_name}&apos; and &apos;{partner}&apos; are called almost the same.</source>
        <translation>Die Klassen „{class_name}“ und „{partner}“ heißen fast gleich.</translation>
    </message>
    <message>
        <source>The {count} pictures of the class &apos;{class_name}&apos; are hardly more than one burst: take more where the board will look, at other times and from other sides.</source>
        <translation>Die {count} Bilder der Klasse „{class_name}“ sind kaum mehr als eine Serie: Machen Sie mehr dort, wo das Board hinsehen wird, zu anderen Zeiten und von anderen Seiten.</translation>
    </message>
    <message>
        <source>The {count} pictures of the class &apos;{class_name}&apos; have the same background: take some where the board will look.</source>
        <translation>Die {count} Bilder der Klasse „{class_name}“ haben denselben Hintergrund: Machen Sie welche dort, wo das Board hinsehen wird.</translation>
    </message>
    <message>
        <source>{files} exact copies of others: kept together in one split.</source>
        <translation>{files}, exakte Kopien anderer: in einer Teilmenge zusammengehalten.</translation>
    </message>
    <message>
        <source>{files} left out: each is a copy of one in a later split.</source>
        <translation>{files} weggelassen: jeweils Kopie eines Bildes in einer späteren Teilmenge.</translation>
    </message>
    <message>
        <source>{files} left out: the same picture is in &apos;{class_name}&apos; and in &apos;{partner}&apos;.</source>
        <translation>{files} weggelassen: Dasselbe Bild ist in „{class_name}“ und „{partner}“.</translation>
    </message>
    <message>
        <source>{files} left out: the same picture is in several classes.</source>
        <translation>{files} weggelassen: Dasselbe Bild ist in mehreren Klassen.</translation>
    </message>
    <message>
        <source>{files} near copies of others in a later split: its accuracy looks better than it is.</source>
        <translation>{files}, Beinahe-Kopien anderer in einer späteren Teilmenge: Deren Genauigkeit sieht besser aus, als sie ist.</translation>
    </message>
    <message>
        <source>{files} near copies of others, of one burst or saved again: kept together in one split.</source>
        <translation>{files}, Beinahe-Kopien anderer, aus einer Serie oder neu gespeichert: in einer Teilmenge zusammengehalten.</translation>
    </message>
    <message>
        <source>{files} near copies of others, of one burst or saved again: this run may have them in several splits, a new run keeps them together.</source>
        <translation>{files}, Beinahe-Kopien anderer, aus einer Serie oder neu gespeichert: Dieser Lauf hat sie vielleicht in mehreren Teilmengen, ein neuer hält sie zusammen.</translation>
    </message>
    <message>
        <source>{files} not usable: each has more than 80 million pixels.</source>
        <translation>{files} nicht brauchbar: mehr als 80 Millionen Pixel.</translation>
    </message>
    <message>
        <source>{files} not usable: each is a link that leads nowhere, or has gone.</source>
        <translation>{files} nicht brauchbar: Verknüpfung ins Leere oder verschwunden.</translation>
    </message>
    <message>
        <source>{files} not usable: each is damaged or cut short.</source>
        <translation>{files} nicht brauchbar: beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>{files} not usable: each is less than 8 pixels wide or high.</source>
        <translation>{files} nicht brauchbar: weniger als 8 Pixel breit oder hoch.</translation>
    </message>
    <message>
        <source>{files} not usable: each is not a JPEG, PNG, BMP, GIF or WebP picture.</source>
        <translation>{files} nicht brauchbar: kein JPEG-, PNG-, BMP-, GIF- oder WebP-Bild.</translation>
    </message>
    <message>
        <source>{files} outside the class folders: not used.</source>
        <translation>{files} außerhalb der Klassenordner: nicht benutzt.</translation>
    </message>
    <message>
        <source>{files} smaller than {size} pixels: enlarged.</source>
        <translation>{files} kleiner als {size} Pixel: vergrößert.</translation>
    </message>
    <message>
        <source>{more} more classes are hardly more than one burst each: take more pictures where the board will look, at other times and from other sides.</source>
        <translation>{more} weitere Klassen sind jeweils kaum mehr als eine Serie: Machen Sie mehr Bilder dort, wo das Board hinsehen wird, zu anderen Zeiten und von anderen Seiten.</translation>
    </message>
    <message>
        <source>{more} more classes have few pictures; {enough} or more in each are better.</source>
        <translation>{more} weitere Klassen haben wenige Bilder; {enough} oder mehr in jeder sind besser.</translation>
    </message>
    <message>
        <source>{more} more classes have one background each: take some of their pictures where the board will look.</source>
        <translation>{more} weitere Klassen haben jeweils immer denselben Hintergrund: Machen Sie einige ihrer Bilder dort, wo das Board hinsehen wird.</translation>
    </message>
    <message>
        <source>{more} more classes have too few different usable pictures; {least} are needed: add pictures, or leave the classes out.</source>
        <translation>{more} weitere Klassen haben zu wenige verschiedene brauchbare Bilder; {least} sind nötig: Fügen Sie Bilder hinzu oder lassen Sie die Klassen weg.</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} Dateien</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>More of the same kinds: {count}</source>
        <translation>Weitere derselben Art: {count}</translation>
    </message>
    <message>
        <source>What you have changed</source>
        <translation>Was Sie geändert haben</translation>
    </message>
    <message>
        <source>Your own folder stays as it is.</source>
        <translation>Ihr eigener Ordner bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Nothing is wrong with these pictures.</source>
        <translation>An diesen Bildern ist nichts auszusetzen.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Do not use them; nothing in your folder changes.</source>
        <translation>Nicht benutzen; in Ihrem Ordner ändert sich nichts.</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Do not use them, but keep them listed.</source>
        <translation>Nicht benutzen, aber in der Liste behalten.</translation>
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
        <source>Mix and split again</source>
        <translation>Mischen und neu aufteilen</translation>
    </message>
    <message>
        <source>Divide all pictures anew instead of as your folders do; near copies stay together.</source>
        <translation>Alle Bilder neu aufteilen statt so, wie Ihre Ordner es tun; Beinahe-Kopien bleiben zusammen.</translation>
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
        <source>All pictures are mixed and split again.</source>
        <translation>Alle Bilder werden gemischt und neu aufgeteilt.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is used as &apos;{target}&apos;.</source>
        <translation>„{name}“ wird als „{target}“ benutzt.</translation>
    </message>
    <message>
        <source>Pictures left out: {count}</source>
        <translation>Weggelassene Bilder: {count}</translation>
    </message>
    <message>
        <source>Pictures set aside: {count}</source>
        <translation>Zurückgestellte Bilder: {count}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is left out.</source>
        <translation>„{name}“ ist weggelassen.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is set aside.</source>
        <translation>„{name}“ ist zurückgestellt.</translation>
    </message>
</context>
<context>
    <name>FitGauges</name>
    <message>
        <source>{needed} of {available}</source>
        <translation>{needed} von {available}</translation>
    </message>
    <message>
        <source>Expected from the settings.</source>
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
        <source>Boot loader</source>
        <translation>Startlader</translation>
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
        <source>Starts the board and looks for the firmware.</source>
        <translation>Startet das Board und sucht die Firmware.</translation>
    </message>
    <message>
        <source>Tells where in the flash everything lies.</source>
        <translation>Sagt, wo im Flash was liegt.</translation>
    </message>
    <message>
        <source>The program that runs the model on the board.</source>
        <translation>Das Programm, das das Modell auf dem Board ausführt.</translation>
    </message>
    <message>
        <source>What you trained: pruned, quantized and Huffman-coded.</source>
        <translation>Was Sie trainiert haben: ausgedünnt, quantisiert und Huffman-codiert.</translation>
    </message>
    <message>
        <source>not needed in software</source>
        <translation>in Software nicht nötig</translation>
    </message>
    <message>
        <source>not on this computer yet</source>
        <translation>noch nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>What is written where in the board&apos;s flash</source>
        <translation>Was wohin in den Flash des Boards geschrieben wird</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>bleibt, wie es ist</translation>
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
        <source>You can stop or pull the cable at any moment: the board can always be flashed again.</source>
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
        <source>Pictures</source>
        <translation>Bilder</translation>
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
        <source>When something goes wrong</source>
        <translation>Wenn etwas schiefgeht</translation>
    </message>
    <message>
        <source>Boards in detail</source>
        <translation>Boards im Einzelnen</translation>
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
        <source>The board that the model is made for. You can change it at any time.</source>
        <translation>Das Board, für das das Modell gemacht wird. Sie können es jederzeit ändern.</translation>
    </message>
    <message>
        <source>flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>Flash is where the board keeps the model.</source>
        <translation>Im Flash bewahrt das Board das Modell auf.</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Memory is where the board works on a picture.</source>
        <translation>Im Speicher bearbeitet das Board ein Bild.</translation>
    </message>
    <message>
        <source>Time that the board takes for one picture.</source>
        <translation>Zeit, die das Board für ein Bild braucht.</translation>
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
        <source>Hold the BOOT button down now</source>
        <translation>Jetzt die BOOT-Taste gedrückt halten</translation>
    </message>
    <message>
        <source>The board does not enter its loader by itself. Hold BOOT down, tap EN (RST) once and keep BOOT down until writing begins. An ESP32-CAM needs IO0 joined with GND instead.</source>
        <translation>Das Board geht nicht von selbst in seinen Lader. Halten Sie BOOT gedrückt, tippen Sie einmal auf EN (RST), und halten Sie BOOT, bis das Schreiben beginnt. Bei einer ESP32-CAM wird stattdessen IO0 mit GND verbunden.</translation>
    </message>
</context>
<context>
    <name>HuffmanPage</name>
    <message>
        <source>Code again</source>
        <translation>Neu codieren</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>Wie es geht</translation>
    </message>
    <message>
        <source>It begins anew; it takes less than a minute, most often.</source>
        <translation>Es beginnt von vorn; meist dauert es keine Minute.</translation>
    </message>
    <message>
        <source>Frequent numbers get short codes</source>
        <translation>Häufige Zahlen bekommen kurze Codes</translation>
    </message>
    <message>
        <source>Most numbers of the model are zero by now. A zero takes one bit instead of eight. The board reads the codes back while it works, and every number is what it was.</source>
        <translation>Die meisten Zahlen des Modells sind inzwischen null. Eine Null braucht ein Bit statt acht. Das Board liest die Codes beim Arbeiten zurück, und jede Zahl ist, was sie war.</translation>
    </message>
    <message>
        <source>Layers may share a code</source>
        <translation>Schichten dürfen sich einen Code teilen</translation>
    </message>
    <message>
        <source>Layers coded</source>
        <translation>Codierte Schichten</translation>
    </message>
    <message>
        <source>A layer is one step of the network.</source>
        <translation>Eine Schicht ist ein Schritt des Netzes.</translation>
    </message>
    <message>
        <source>Their weights</source>
        <translation>Ihre Gewichte</translation>
    </message>
    <message>
        <source>What the coded numbers take together.</source>
        <translation>Was die codierten Zahlen zusammen brauchen.</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Noch</translation>
    </message>
    <message>
        <source>For comparing both files on all pictures.</source>
        <translation>Für den Vergleich beider Dateien an allen Bildern.</translation>
    </message>
    <message>
        <source>What coding came to</source>
        <translation>Was das Codieren gebracht hat</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>The line across a bar marks what it was before.</source>
        <translation>Der Strich über einem Balken zeigt, was es vorher war.</translation>
    </message>
    <message>
        <source>Bytes of each layer</source>
        <translation>Bytes jeder Schicht</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>What the bytes are for</source>
        <translation>Wofür die Bytes da sind</translation>
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
        <source>From {before} to about {after}.</source>
        <translation>Von {before} auf etwa {after}.</translation>
    </message>
    <message>
        <source>The weights take {taken}, their code tables included. The least for any code of single numbers (the entropy) is {entropy}, for Huffman codes without tables {optimal}.</source>
        <translation>Die Gewichte brauchen {taken}, mit ihren Codetabellen. Das Wenigste für jeden Code einzelner Zahlen (die Entropie) ist {entropy}, für Huffman-Codes ohne Tabellen {optimal}.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>On pictures that guide training but are not learned.</source>
        <translation>An Bildern, die das Training lenken, aber nicht gelernt werden.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>On the pictures that are learned.</source>
        <translation>An den Bildern, die gelernt werden.</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>On pictures kept apart to the end, with the range of chance.</source>
        <translation>An Bildern, die bis zum Schluss aufgehoben werden, mit dem Spielraum des Zufalls.</translation>
    </message>
</context>
<context>
    <name>LiveSources</name>
    <message>
        <source>Pictures for the board</source>
        <translation>Bilder für das Board</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Bilder ({patterns})</translation>
    </message>
    <message>
        <source>No board is in touch yet.</source>
        <translation>Noch ist kein Board verbunden.</translation>
    </message>
    <message>
        <source>Flash and run it first.</source>
        <translation>Flashen und starten Sie es zuerst.</translation>
    </message>
    <message>
        <source>Computer&apos;s camera</source>
        <translation>Kamera des Computers</translation>
    </message>
    <message>
        <source>The camera cannot be used.</source>
        <translation>Die Kamera lässt sich nicht benutzen.</translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>Show the board what this computer&apos;s camera sees.</source>
        <translation>Dem Board zeigen, was die Kamera dieses Computers sieht.</translation>
    </message>
    <message>
        <source>No class is likely enough: the picture may show none of them. The likeliest is {name} ({probability}). How likely is enough was found with the run&apos;s own pictures.</source>
        <translation>Keine Klasse ist wahrscheinlich genug: Vielleicht zeigt das Bild keine davon. Am ehesten {name} ({probability}). Was genügt, wurde mit den Bildern dieses Laufs ermittelt.</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Firmware {firmware}, runs the model in {runtime}, on {port} at {baud} baud</source>
        <translation>Firmware {firmware}, führt das Modell in {runtime} aus, an {port} mit {baud} Baud</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>virtuell</translation>
    </message>
    <message>
        <source>The model takes {used} of the board&apos;s memory; {left} are left of what it was given.</source>
        <translation>Das Modell belegt {used} vom Speicher des Boards; {left} sind übrig von dem, was es bekam.</translation>
    </message>
    <message>
        <source>The board has another model than this run. Flash it to compare.</source>
        <translation>Auf dem Board ist ein anderes Modell als das dieses Laufs. Flashen Sie es, um zu vergleichen.</translation>
    </message>
    <message>
        <source>Watch what the board&apos;s own camera sees.</source>
        <translation>Zusehen, was die eigene Kamera des Boards sieht.</translation>
    </message>
    <message>
        <source>This board has no camera, or it did not answer.</source>
        <translation>Dieses Board hat keine Kamera, oder sie antwortet nicht.</translation>
    </message>
    <message>
        <source>Time for restoring the Huffman-coded weights, a part of the time for a picture.</source>
        <translation>Zeit für das Wiederherstellen der Huffman-codierten Gewichte, ein Teil der Zeit für ein Bild.</translation>
    </message>
    <message>
        <source>The virtual board cannot measure it.</source>
        <translation>Das virtuelle Board kann es nicht messen.</translation>
    </message>
    <message>
        <source>Time that the board takes for one picture.</source>
        <translation>Zeit, die das Board für ein Bild braucht.</translation>
    </message>
    <message>
        <source>It is this computer&apos;s time, not a chip&apos;s.</source>
        <translation>Es ist die Zeit dieses Computers, nicht die eines Chips.</translation>
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
        <source>This board is played by this computer. Its times are not a chip&apos;s.</source>
        <translation>Dieses Board spielt der Computer. Seine Zeiten sind nicht die eines Chips.</translation>
    </message>
    <message>
        <source>Of so many test pictures the board says the same as the file on this computer.</source>
        <translation>Bei so vielen Testbildern sagt das Board dasselbe wie die Datei auf diesem Computer.</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>je Bild</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>Decodieren</translation>
    </message>
    <message>
        <source>pictures a second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source>With sending the picture to the board and its answer back.</source>
        <translation>Einschließlich des Sendens zum Board und der Antwort zurück.</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Test pictures</source>
        <translation>Testbilder</translation>
    </message>
    <message>
        <source>Ten pictures that the network has never learned from.</source>
        <translation>Zehn Bilder, von denen das Netz nie gelernt hat.</translation>
    </message>
    <message>
        <source>Choose pictures…</source>
        <translation>Bilder wählen…</translation>
    </message>
    <message>
        <source>Any pictures of yours. You can also drop them anywhere on this page.</source>
        <translation>Beliebige eigene Bilder. Sie können sie auch irgendwo auf dieser Seite ablegen.</translation>
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
        <source>Pictures…</source>
        <translation>Bilder…</translation>
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
    <name>MethodChooser</name>
    <message>
        <source>How carefully</source>
        <translation>Wie sorgfältig</translation>
    </message>
    <message>
        <source>How carefully to round</source>
        <translation>Wie sorgfältig gerundet wird</translation>
    </message>
    <message>
        <source>Keep learning</source>
        <translation>Weiterlernen</translation>
    </message>
    <message>
        <source>The network gets used to rounded numbers. Best with thousands of pictures.</source>
        <translation>Das Netz gewöhnt sich an gerundete Zahlen. Am besten bei Tausenden von Bildern.</translation>
    </message>
    <message>
        <source>Fast. Keeps the most where there are few pictures.</source>
        <translation>Schnell. Erhält bei wenigen Bildern am meisten.</translation>
    </message>
    <message>
        <source>Only round</source>
        <translation>Nur runden</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
</context>
<context>
    <name>Mistakes</name>
    <message>
        <source>The pictures that the model was most wrong about</source>
        <translation>Die Bilder, bei denen das Modell am meisten irrte</translation>
    </message>
    <message>
        <source>{picture} is {is_class}. The model was {probability} sure of {taken_for} and gave {is_class} {probability_of_right}.</source>
        <translation>{picture} ist {is_class}. Das Modell war sich zu {probability} sicher, {taken_for} zu sehen, und gab {is_class} {probability_of_right}.</translation>
    </message>
    <message>
        <source>said {name}</source>
        <translation>sagte {name}</translation>
    </message>
    <message>
        <source>is {name}</source>
        <translation>ist {name}</translation>
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
        <source>{layer}: rounding changes nothing that it puts out.</source>
        <translation>{layer}: Runden ändert nichts an dem, was sie ausgibt.</translation>
    </message>
    <message>
        <source>{layer}, {bits} bits: its output is {times} times as strong as the noise ({decibels} dB; weights {weights}).</source>
        <translation>{layer}, {bits} Bits: Ihre Ausgabe ist {times}-mal so stark wie das Rauschen ({decibels} dB; Gewichte {weights}).</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Everything up to the last finished epoch is kept. Go on from there.</source>
        <translation>Alles bis zur letzten fertigen Epoche ist erhalten. Setzen Sie dort fort.</translation>
    </message>
    <message>
        <source>Stopped. What is finished is kept.</source>
        <translation>Angehalten. Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The work was ended from outside, by the system or another program.</source>
        <translation>Die Arbeit wurde von außen beendet, vom System oder einem anderen Programm.</translation>
    </message>
    <message>
        <source>The work broke off unexpectedly (code {code}).</source>
        <translation>Die Arbeit brach unerwartet ab (Code {code}).</translation>
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
    <name>PictureView</name>
    <message>
        <source>Drop a picture here</source>
        <translation>Bild hier ablegen</translation>
    </message>
    <message>
        <source>The picture that the board looked at</source>
        <translation>Das Bild, das das Board angesehen hat</translation>
    </message>
</context>
<context>
    <name>PicturesPanel</name>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Some pictures only</source>
        <translation>Nur manche Bilder</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>What can be done with this class</source>
        <translation>Was mit dieser Klasse getan werden kann</translation>
    </message>
    <message>
        <source>Use as</source>
        <translation>Benutzen als</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Wieder benutzen</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Where is the board?</source>
        <translation>Wo ist das Board?</translation>
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
        <source>A board in software: it is flashed and answers as one on a cable does.</source>
        <translation>Ein Board in Software: Es wird geflasht und antwortet wie eines am Kabel.</translation>
    </message>
    <message>
        <source>Connected with a cable</source>
        <translation>Mit einem Kabel angeschlossen</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Virtual board, played by this computer</source>
        <translation>Virtuelles Board, von diesem Computer gespielt</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
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
        <source>Record where time goes</source>
        <translation>Aufzeichnen, wohin die Zeit geht</translation>
    </message>
    <message>
        <source>Each step leaves a profile for chrome://tracing in the folder logs of its run.</source>
        <translation>Jeder Schritt hinterlässt ein Profil für chrome://tracing im Ordner logs seines Laufs.</translation>
    </message>
    <message>
        <source>Folder for runs…</source>
        <translation>Ordner für Läufe…</translation>
    </message>
    <message>
        <source>About Squeeze Studio…</source>
        <translation>Über Squeeze Studio…</translation>
    </message>
    <message>
        <source>Version, and the licences of all that is in the program</source>
        <translation>Version und die Lizenzen von allem, was im Programm steckt</translation>
    </message>
    <message>
        <source>Folder for runs</source>
        <translation>Ordner für Läufe</translation>
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
        <source>A first model, good enough to try everything out.</source>
        <translation>Ein erstes Modell, gut genug, um alles auszuprobieren.</translation>
    </message>
    <message>
        <source>More often right, and a smaller file in the end.</source>
        <translation>Öfter richtig, und am Ende eine kleinere Datei.</translation>
    </message>
    <message>
        <source>As small and as right as it gets, for whoever can wait.</source>
        <translation>So klein und so treffsicher wie möglich, für alle, die warten können.</translation>
    </message>
    <message>
        <source>How thoroughly to train</source>
        <translation>Wie gründlich trainiert wird</translation>
    </message>
    <message>
        <source>{epochs} epochs</source>
        <translation>{epochs} Epochen</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <source>All steps together: about {time}.</source>
        <translation>Alle Schritte zusammen: etwa {time}.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>What the network sees</source>
        <translation>Was das Netz sieht</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>Varied while it learns</source>
        <translation>Abgewandelt, während es lernt</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Getting ready</source>
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
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop now. What is finished is kept, and you can go on later.</source>
        <translation>Jetzt anhalten. Was fertig ist, bleibt erhalten, und Sie können später fortsetzen.</translation>
    </message>
    <message>
        <source>What the program has told while it worked.</source>
        <translation>Was das Programm beim Arbeiten gesagt hat.</translation>
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
        <source>Nothing is lost</source>
        <translation>Nichts geht verloren</translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message>
        <source>Decoded, all {count} coded tables of weights are what they were, bit for bit.</source>
        <translation>Decodiert sind alle {count} codierten Tabellen mit Gewichten, was sie waren, Bit für Bit.</translation>
    </message>
    <message>
        <source>The board&apos;s own runtime (TFLM) decodes {count} of {all} the same.</source>
        <translation>Die Laufzeit des Boards (TFLM) decodiert {count} von {all} ebenso.</translation>
    </message>
    <message>
        <source>The board&apos;s own runtime (TFLM) is not there on this computer to be asked.</source>
        <translation>Die Laufzeit des Boards (TFLM) ist auf diesem Computer nicht da, um gefragt zu werden.</translation>
    </message>
    <message>
        <source>Both files give the same answers, byte for byte, on {count} of {all} pictures.</source>
        <translation>Beide Dateien geben dieselben Antworten, Byte für Byte, bei {count} von {all} Bildern.</translation>
    </message>
</context>
<context>
    <name>Prune</name>
    <message>
        <source>where it matters least</source>
        <translation>wo es am wenigsten ausmacht</translation>
    </message>
    <message>
        <source>the same in each layer</source>
        <translation>in jeder Schicht gleich viel</translation>
    </message>
    <message>
        <source>keep learning</source>
        <translation>weiterlernen</translation>
    </message>
    <message>
        <source>only fit each layer (fast)</source>
        <translation>nur jede Schicht anpassen (schnell)</translation>
    </message>
    <message>
        <source>How accuracy is kept</source>
        <translation>Wie die Genauigkeit bleibt</translation>
    </message>
    <message>
        <source>Filters that go</source>
        <translation>Filter, die wegfallen</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Wo es wegfällt</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Learn from the trained network</source>
        <translation>Vom trainierten Netz lernen</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
</context>
<context>
    <name>PrunePage</name>
    <message>
        <source>Prune again</source>
        <translation>Neu ausdünnen</translation>
    </message>
    <message>
        <source>Prune differently</source>
        <translation>Anders ausdünnen</translation>
    </message>
    <message>
        <source>It goes on with the next try.</source>
        <translation>Es geht mit dem nächsten Versuch weiter.</translation>
    </message>
    <message>
        <source>Right answers on pictures that it does not learn from, after the last epoch.</source>
        <translation>Richtige Antworten bei Bildern, von denen es nicht lernt, nach der letzten Epoche.</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>All epochs are done; measuring is left.</source>
        <translation>Alle Epochen sind fertig; es fehlt das Messen.</translation>
    </message>
    <message>
        <source>Connections that are gone by now.</source>
        <translation>Verbindungen, die inzwischen weg sind.</translation>
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
        <source>What is gone, layer by layer</source>
        <translation>Was weg ist, Schicht für Schicht</translation>
    </message>
    <message>
        <source>Each bar is a layer of the network. It fills as its connections go.</source>
        <translation>Jeder Balken ist eine Schicht des Netzes. Er füllt sich, während ihre Verbindungen wegfallen.</translation>
    </message>
    <message>
        <source>Pruning takes about {time}.</source>
        <translation>Das Ausdünnen dauert etwa {time}.</translation>
    </message>
    <message>
        <source>{layer}: {share} of {count} connections gone.</source>
        <translation>{layer}: {share} von {count} Verbindungen weg.</translation>
    </message>
</context>
<context>
    <name>Quantize</name>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Learn from the trained network</source>
        <translation>Vom trainierten Netz lernen</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
</context>
<context>
    <name>QuantizePage</name>
    <message>
        <source>Quantize again</source>
        <translation>Neu quantisieren</translation>
    </message>
    <message>
        <source>Quantize differently</source>
        <translation>Anders quantisieren</translation>
    </message>
    <message>
        <source>It goes on with rounding and measuring.</source>
        <translation>Es geht mit Runden und Messen weiter.</translation>
    </message>
    <message>
        <source>You can stop at any time: finished epochs are kept.</source>
        <translation>Sie können jederzeit anhalten: Fertige Epochen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Right answers with rounded numbers, on pictures that it does not learn from.</source>
        <translation>Richtige Antworten mit gerundeten Zahlen, bei Bildern, von denen es nicht lernt.</translation>
    </message>
    <message>
        <source>Float, before</source>
        <translation>Float, vorher</translation>
    </message>
    <message>
        <source>Rounded (int8), now</source>
        <translation>Gerundet (int8), jetzt</translation>
    </message>
    <message>
        <source>What rounding left, layer by layer</source>
        <translation>Was das Runden übrig ließ, Schicht für Schicht</translation>
    </message>
    <message>
        <source>Each bar is a layer: the higher it is, the less rounding changed what the layer says.</source>
        <translation>Jeder Balken ist eine Schicht: Je höher er ist, desto weniger hat das Runden geändert, was sie sagt.</translation>
    </message>
    <message>
        <source>Changed answers</source>
        <translation>Geänderte Antworten</translation>
    </message>
    <message>
        <source>The file has {after} instead of {before}: {factor} times smaller.</source>
        <translation>Die Datei hat {after} statt {before}: {factor}-mal kleiner.</translation>
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
    <name>RunCard</name>
    <message>
        <source>Chosen for a comparison</source>
        <translation>Für einen Vergleich gewählt</translation>
    </message>
    <message>
        <source>What can be done with {name}</source>
        <translation>Was mit {name} getan werden kann</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>This folder is no longer there, or holds no run any more.</source>
        <translation>Diesen Ordner gibt es nicht mehr, oder er enthält keinen Lauf mehr.</translation>
    </message>
    <message>
        <source>If you have moved it, open it where it is now.</source>
        <translation>Haben Sie ihn verschoben, öffnen Sie ihn dort, wo er jetzt ist.</translation>
    </message>
    <message>
        <source>Put it back from a copy, or delete it.</source>
        <translation>Stellen Sie ihn aus einer Kopie wieder her, oder löschen Sie ihn.</translation>
    </message>
    <message>
        <source>Nothing finished yet</source>
        <translation>Noch nichts fertig</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>sample scenes</source>
        <translation>Beispielszenen</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>{count} Klassen</translation>
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
        <source>{done} of {all} steps done</source>
        <translation>{done} von {all} Schritten fertig</translation>
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
        <source>Make room</source>
        <translation>Platz schaffen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>RunOpener</name>
    <message>
        <source>Folder with pictures</source>
        <translation>Ordner mit Bildern</translation>
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
        <source>Archive with pictures</source>
        <translation>Archiv mit Bildern</translation>
    </message>
    <message>
        <source>Folder of a run</source>
        <translation>Ordner eines Laufs</translation>
    </message>
    <message>
        <source>{count} things were dropped at once.</source>
        <translation>{count} Dinge wurden auf einmal abgelegt.</translation>
    </message>
    <message>
        <source>Put all pictures into one folder, with a subfolder for each kind, and drop that.</source>
        <translation>Legen Sie alle Bilder in einen Ordner, mit einem Unterordner für jede Art, und legen Sie den hier ab.</translation>
    </message>
    <message>
        <source>Sample scenes</source>
        <translation>Beispielszenen</translation>
    </message>
    <message>
        <source>The program is at work on &apos;{name}&apos;.</source>
        <translation>Das Programm arbeitet an „{name}“.</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it: what is finished is kept.</source>
        <translation>Warten Sie, bis es fertig ist, oder halten Sie es an: Was fertig ist, bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>What was tried</source>
        <translation>Was versucht wurde</translation>
    </message>
    <message>
        <source>Try {trial} of at most {most} is finished. Bars show how much was gone.</source>
        <translation>Versuch {trial} von höchstens {most} ist fertig. Balken zeigen, wie viel weg war.</translation>
    </message>
    <message>
        <source>The first try is at work.</source>
        <translation>Der erste Versuch läuft.</translation>
    </message>
    <message>
        <source>{share} % gone</source>
        <translation>{share} % weg</translation>
    </message>
    <message>
        <source>costs nothing</source>
        <translation>kostet nichts</translation>
    </message>
    <message>
        <source>costs {points} points</source>
        <translation>kostet {points} Punkte</translation>
    </message>
    <message>
        <source>{cost}: too much  ✗</source>
        <translation>{cost}: zu viel  ✗</translation>
    </message>
    <message>
        <source>{filters} % of the filters and {zeros} % of the other connections gone: {cost}.</source>
        <translation>{filters} % der Filter und {zeros} % der übrigen Verbindungen weg: {cost}.</translation>
    </message>
</context>
<context>
    <name>SeeingPanel</name>
    <message>
        <source>Show another picture of the set.</source>
        <translation>Ein anderes Bild der Sammlung zeigen.</translation>
    </message>
    <message>
        <source>Another picture</source>
        <translation>Anderes Bild</translation>
    </message>
    <message>
        <source>Show other variations: training draws new ones for every picture, every time.</source>
        <translation>Andere Abwandlungen zeigen: Das Training macht für jedes Bild jedes Mal neue.</translation>
    </message>
    <message>
        <source>Other variations</source>
        <translation>Andere Abwandlungen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Shades of gray</source>
        <translation>Graustufen</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Larger pictures show more, and need more memory and time.</source>
        <translation>Größere Bilder zeigen mehr und brauchen mehr Speicher und Zeit.</translation>
    </message>
    <message>
        <source>Gray is enough where colour tells nothing.</source>
        <translation>Grau genügt, wo Farbe nichts sagt.</translation>
    </message>
    <message>
        <source>Vary the pictures while it learns</source>
        <translation>Bilder beim Lernen abwandeln</translation>
    </message>
    <message>
        <source>Mirrored, moved and tinted pictures keep the network from learning them by heart.</source>
        <translation>Gespiegelte, verschobene und umgefärbte Bilder verhindern, dass das Netz sie auswendig lernt.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>For guiding the training</source>
        <translation>Zum Lenken des Trainings</translation>
    </message>
    <message>
        <source>For the accuracy that is shown</source>
        <translation>Für die angezeigte Genauigkeit</translation>
    </message>
    <message>
        <source>Bad pictures</source>
        <translation>Schlechte Bilder</translation>
    </message>
    <message>
        <source>Scenes of each class</source>
        <translation>Szenen je Klasse</translation>
    </message>
    <message>
        <source>Memory for pictures (MB)</source>
        <translation>Speicher für Bilder (MB)</translation>
    </message>
    <message>
        <source>Fits {board}, which takes about {time} for a picture.</source>
        <translation>Passt auf {board}, das etwa {time} für ein Bild braucht.</translation>
    </message>
    <message>
        <source>Does not fit {board}: choose smaller pictures or another board.</source>
        <translation>Passt nicht auf {board}: Wählen Sie kleinere Bilder oder ein anderes Board.</translation>
    </message>
</context>
<context>
    <name>Seen</name>
    <message>
        <source>{picture}: the board says {name} ({share})</source>
        <translation>{picture}: Das Board sagt {name} ({share})</translation>
    </message>
    <message>
        <source>{picture}: the board is not sure ({name}, {share})</source>
        <translation>{picture}: das Board ist nicht sicher ({name}, {share})</translation>
    </message>
    <message>
        <source>, it is {truth}</source>
        <translation>, es ist {truth}</translation>
    </message>
    <message>
        <source>; the file says the same</source>
        <translation>; die Datei sagt dasselbe</translation>
    </message>
    <message>
        <source>; the file says {expected}</source>
        <translation>; die Datei sagt {expected}</translation>
    </message>
    <message>
        <source>; the file says the same with other figures</source>
        <translation>; die Datei sagt dasselbe mit anderen Zahlen</translation>
    </message>
</context>
<context>
    <name>SeenStrip</name>
    <message>
        <source>The last pictures</source>
        <translation>Die letzten Bilder</translation>
    </message>
</context>
<context>
    <name>SettingField</name>
    <message>
        <source>This can be {range}.</source>
        <translation>Möglich ist {range}.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>a ReLU after the last convolution, as published: for start weights only</source>
        <translation>ein ReLU nach der letzten Faltung, wie veröffentlicht: nur für Startgewichte</translation>
    </message>
    <message>
        <source>a class that is not used, or the path of a picture in the data set</source>
        <translation>eine Klasse, die nicht benutzt wird, oder der Pfad eines Bildes in den Daten</translation>
    </message>
    <message>
        <source>as leave_out, but still listed; not given: what a known data set has as clutter</source>
        <translation>wie leave_out, aber weiter aufgelistet; ohne Angabe: was ein bekannter Datensatz als Beiwerk hat</translation>
    </message>
    <message>
        <source>bits of a weight code; first and last layer keep 8</source>
        <translation>Bits eines Gewichtscodes; erste und letzte Schicht behalten 8</translation>
    </message>
    <message>
        <source>classes that are used as if they were another</source>
        <translation>Klassen, die benutzt werden, als wären sie eine andere</translation>
    </message>
    <message>
        <source>connections past Fire modules: none, past every second, past each</source>
        <translation>Verbindungen an Fire-Modulen vorbei: keine, an jedem zweiten, an jedem</translation>
    </message>
    <message>
        <source>epochs of pruning and recovery</source>
        <translation>Epochen des Ausdünnens und Erholens</translation>
    </message>
    <message>
        <source>epochs of training with quantization</source>
        <translation>Epochen des Trainings mit Quantisierung</translation>
    </message>
    <message>
        <source>factor on the number of filters of every layer</source>
        <translation>Faktor für die Zahl der Filter jeder Schicht</translation>
    </message>
    <message>
        <source>filters that squeeze, for each that expands</source>
        <translation>Filter, die verengen, je Filter, der ausweitet</translation>
    </message>
    <message>
        <source>fine-tune while pruning, or only fit each layer to its earlier outputs (fast, and better with few images)</source>
        <translation>beim Ausdünnen weiterlernen, oder nur jede Schicht an ihre früheren Ausgaben anpassen (schnell, und besser bei wenigen Bildern)</translation>
    </message>
    <message>
        <source>fine-tune with quantized weights, or only fit each layer to its earlier outputs (fast, and better with few images)</source>
        <translation>mit quantisierten Gewichten weiterlernen, oder nur jede Schicht an ihre früheren Ausgaben anpassen (schnell, und besser bei wenigen Bildern)</translation>
    </message>
    <message>
        <source>first epochs, from start weights, with all but the last layer fixed</source>
        <translation>erste Epochen mit Startgewichten, in denen alles außer der letzten Schicht fest bleibt</translation>
    </message>
    <message>
        <source>folder or archive with pictures, or &apos;scenes&apos;</source>
        <translation>Ordner oder Archiv mit Bildern, oder &apos;scenes&apos;</translation>
    </message>
    <message>
        <source>from start weights, batch normalization keeps the statistics that it has: better with few images</source>
        <translation>von Startgewichten aus behält die Batch-Normalisierung ihre Statistik: besser bei wenigen Bildern</translation>
    </message>
    <message>
        <source>highest size of a training step</source>
        <translation>größte Weite eines Trainingsschritts</translation>
    </message>
    <message>
        <source>how many sample scenes of each class are drawn</source>
        <translation>wie viele Beispielszenen je Klasse gezeichnet werden</translation>
    </message>
    <message>
        <source>let layers share code tables where that makes the file smaller</source>
        <translation>Schichten teilen sich Codetabellen, wo das die Datei verkleinert</translation>
    </message>
    <message>
        <source>memory for decoded pictures; more go to disk</source>
        <translation>Speicher für decodierte Bilder; weitere kommen auf den Datenträger</translation>
    </message>
    <message>
        <source>near copies, such as the pictures of a burst: together in one split, or anywhere as in runs of older versions</source>
        <translation>Beinahe-Kopien wie die Bilder einer Serie: together in einer Teilmenge oder anywhere, irgendwo, wie in Läufen älterer Versionen</translation>
    </message>
    <message>
        <source>number from which all chance is drawn</source>
        <translation>Zahl, aus der aller Zufall gezogen wird</translation>
    </message>
    <message>
        <source>one threshold for all layers, or the same share in each</source>
        <translation>eine Schwelle für alle Schichten, oder in jeder derselbe Anteil</translation>
    </message>
    <message>
        <source>own: train, validation and test as the data brings them, where it does; mixed: all pictures are divided anew, near copies together</source>
        <translation>own: Training, Validierung und Test, wie die Daten sie mitbringen, falls sie es tun; mixed: Alle Bilder werden neu aufgeteilt, Beinahe-Kopien zusammen</translation>
    </message>
    <message>
        <source>pictures a step</source>
        <translation>Bilder je Schritt</translation>
    </message>
    <message>
        <source>pictures of rare classes count for more; auto: where classes differ much in size</source>
        <translation>Bilder seltener Klassen zählen mehr; auto: wo Klassen sich in der Größe stark unterscheiden</translation>
    </message>
    <message>
        <source>points of accuracy that pruning may cost: the smallest network within them is looked for, whatever sparsity and filters say</source>
        <translation>Punkte an Genauigkeit, die das Ausdünnen kosten darf: Gesucht wird das kleinste Netz innerhalb davon, was auch immer Anteil und Filter sagen</translation>
    </message>
    <message>
        <source>see in shades of gray instead of colour</source>
        <translation>in Graustufen statt in Farbe sehen</translation>
    </message>
    <message>
        <source>share of the filters that are taken out whole, before that</source>
        <translation>Anteil der Filter, die davor ganz entfernt werden</translation>
    </message>
    <message>
        <source>share of the filters that expand which look at 3x3 pixels</source>
        <translation>Anteil der ausweitenden Filter, die auf 3x3 Pixel sehen</translation>
    </message>
    <message>
        <source>share of the pictures kept apart for the reported accuracy</source>
        <translation>Anteil der Bilder, der für die gemeldete Genauigkeit aufgehoben wird</translation>
    </message>
    <message>
        <source>share of the pictures that guides training</source>
        <translation>Anteil der Bilder, der das Training lenkt</translation>
    </message>
    <message>
        <source>share of the weights that are set to zero</source>
        <translation>Anteil der Gewichte, die auf null gesetzt werden</translation>
    </message>
    <message>
        <source>side of the square picture that the network sees, in pixels</source>
        <translation>Seite des quadratischen Bildes, das das Netz sieht, in Pixeln</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>das Netz</translation>
    </message>
    <message>
        <source>times that training sees every picture</source>
        <translation>wie oft das Training jedes Bild sieht</translation>
    </message>
    <message>
        <source>what training starts from: &apos;shipped&apos; (the starting network of the program), &apos;imagenet&apos; (ImageNet weights that were fetched), a .pth file of torchvision&apos;s, or &apos;scratch&apos;</source>
        <translation>womit das Training beginnt: &apos;shipped&apos; (das Startnetz des Programms), &apos;imagenet&apos; (heruntergeladene ImageNet-Gewichte), eine .pth-Datei von torchvision oder &apos;scratch&apos; (von Grund auf)</translation>
    </message>
    <message>
        <source>train on mirrored, moved and tinted variations too</source>
        <translation>auch an gespiegelten, verschobenen und umgefärbten Abwandlungen trainieren</translation>
    </message>
    <message>
        <source>what the trained network&apos;s answers count for, against the labels</source>
        <translation>was die Antworten des trainierten Netzes gegenüber den Klassennamen zählen</translation>
    </message>
    <message>
        <source>what to do when pictures cannot be read</source>
        <translation>was geschieht, wenn Bilder nicht lesbar sind</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Your runs</source>
        <translation>Ihre Läufe</translation>
    </message>
    <message>
        <source>Do not compare</source>
        <translation>Nicht vergleichen</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>Lauf öffnen…</translation>
    </message>
    <message>
        <source>Open the folder of a run, also of one that the command line made.</source>
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
        <source>Choose the run to compare &apos;{name}&apos; with.</source>
        <translation>Wählen Sie den Lauf, mit dem „{name}“ verglichen wird.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be deleted.</source>
        <translation>„{name}“ lässt sich nicht löschen.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is deleted.</source>
        <translation>„{name}“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{size} of &apos;{name}&apos; removed. Models and figures are as they were.</source>
        <translation>{size} von „{name}“ entfernt. Modelle und Zahlen sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be brought back.</source>
        <translation>„{name}“ lässt sich nicht zurückholen.</translation>
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
        <source>{size} when packed with gzip</source>
        <translation>{size} mit gzip gepackt</translation>
    </message>
    <message>
        <source>{size}, packed {packed}</source>
        <translation>{size}, gepackt {packed}</translation>
    </message>
    <message>
        <source>AlexNet, {count} classes</source>
        <translation>AlexNet, {count} Klassen</translation>
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
        <source>Not made yet.</source>
        <translation>Noch nicht gemacht.</translation>
    </message>
    <message>
        <source>As it was published.</source>
        <translation>Wie es veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Worked out for the classes of this run.</source>
        <translation>Für die Klassen dieses Laufs berechnet.</translation>
    </message>
    <message>
        <source>Measured: the length of the file.</source>
        <translation>Gemessen: die Länge der Datei.</translation>
    </message>
    <message>
        <source>Expected from the settings.</source>
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
        <source>Find the smallest by itself</source>
        <translation>Das Kleinste selbst finden</translation>
    </message>
    <message>
        <source>Tries by itself how much can go, and takes the most that costs no more than this.</source>
        <translation>Probiert selbst, wie viel wegkann, und nimmt das meiste, das nicht mehr als dies kostet.</translation>
    </message>
    <message>
        <source>Points of accuracy it may cost</source>
        <translation>Punkte Genauigkeit, die es kosten darf</translation>
    </message>
    <message>
        <source>As small as it can be</source>
        <translation>So klein wie möglich</translation>
    </message>
    <message>
        <source>{share} % gone</source>
        <translation>{share} % weg</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>etwa {size}</translation>
    </message>
    <message>
        <source>It tries how much can go while accuracy falls by {points} points at most.</source>
        <translation>Es probiert, wie viel wegkann, während die Genauigkeit um höchstens {points} Punkte fällt.</translation>
    </message>
    <message>
        <source>How large the file will be is not known for this run.</source>
        <translation>Wie groß die Datei wird, ist für diesen Lauf nicht bekannt.</translation>
    </message>
    <message>
        <source>The finished file, after all steps: {factor} times smaller than without pruning.</source>
        <translation>Die fertige Datei, nach allen Schritten: {factor}-mal kleiner als ohne Ausdünnen.</translation>
    </message>
    <message>
        <source>Share of the connections that go, in percent</source>
        <translation>Anteil der Verbindungen, die wegfallen, in Prozent</translation>
    </message>
    <message>
        <source>How many of the connections go. The more, the smaller the file.</source>
        <translation>Wie viele der Verbindungen wegfallen. Je mehr, desto kleiner die Datei.</translation>
    </message>
    <message>
        <source>Points of accuracy that pruning may cost</source>
        <translation>Punkte Genauigkeit, die das Ausdünnen kosten darf</translation>
    </message>
    <message>
        <source>One point is one picture in a hundred.</source>
        <translation>Ein Punkt ist ein Bild von hundert.</translation>
    </message>
</context>
<context>
    <name>SizeFigures</name>
    <message>
        <source>Quantized, before</source>
        <translation>Quantisiert, vorher</translation>
    </message>
    <message>
        <source>Huffman-coded, now</source>
        <translation>Huffman-codiert, jetzt</translation>
    </message>
    <message>
        <source>{factor} times smaller, {alexnet} times smaller than AlexNet, and still {accuracy} right.</source>
        <translation>{factor}-mal kleiner, {alexnet}-mal kleiner als AlexNet, und weiterhin {accuracy} richtig.</translation>
    </message>
</context>
<context>
    <name>SizesCard</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>From line to line ten times as large. Beside each bar: how many times smaller than AlexNet. Its paler part is what gzip would save.</source>
        <translation>Von Strich zu Strich zehnmal so groß. Neben jedem Balken: wievielmal kleiner als AlexNet. Sein blasserer Teil ist, was gzip sparen würde.</translation>
    </message>
</context>
<context>
    <name>StagePage</name>
    <message>
        <source>You can stop at any time: what is finished is kept.</source>
        <translation>Sie können jederzeit anhalten: Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Something else is at work; it comes first.</source>
        <translation>Etwas anderes läuft gerade; das kommt zuerst.</translation>
    </message>
    <message>
        <source>Go on</source>
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
        <source>What the model is worth</source>
        <translation>Was das Modell taugt</translation>
    </message>
    <message>
        <source>Not one mistake on the test pictures.</source>
        <translation>Kein einziger Fehler bei den Testbildern.</translation>
    </message>
    <message>
        <source>The line across a bar marks what it was before.</source>
        <translation>Der Strich über einem Balken zeigt, was es vorher war.</translation>
    </message>
    <message>
        <source>Recognized test pictures, the weakest class first.</source>
        <translation>Erkannte Testbilder, die schwächste Klasse zuerst.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Mix-ups</source>
        <translation>Verwechselt</translation>
    </message>
    <message>
        <source>What the model was most wrong about, and how sure it was of it.</source>
        <translation>Worin das Modell am meisten irrte, und wie sicher es sich war.</translation>
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
    <name>StartPage</name>
    <message>
        <source>From pictures to a board that sees</source>
        <translation>Von Bildern zu einem Board, das sieht</translation>
    </message>
    <message>
        <source>Show the program what to tell apart: it makes a network that a microcontroller can run.</source>
        <translation>Zeigen Sie dem Programm, was es unterscheiden soll: Es macht daraus ein Netz, das auf einem Mikrocontroller läuft.</translation>
    </message>
    <message>
        <source>Try the sample scenes</source>
        <translation>Beispielszenen ausprobieren</translation>
    </message>
    <message>
        <source>Six kinds of landscape that the program draws itself: nothing to download.</source>
        <translation>Sechs Arten von Landschaften, die das Programm selbst zeichnet: nichts herunterzuladen.</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>Lauf öffnen…</translation>
    </message>
    <message>
        <source>Drop pictures or a run here</source>
        <translation>Bilder oder einen Lauf hier ablegen</translation>
    </message>
</context>
<context>
    <name>StartWeights</name>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Starting network (comes with the program)</source>
        <translation>Startnetz (kommt mit dem Programm)</translation>
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
        <source>Fetch</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Fetch ImageNet weights</source>
        <translation>ImageNet-Gewichte herunterladen</translation>
    </message>
    <message>
        <source>ImageNet weights</source>
        <translation>ImageNet-Gewichte</translation>
    </message>
    <message>
        <source>ImageNet weights (fetch, 5 MB)</source>
        <translation>ImageNet-Gewichte (herunterladen, 5 MB)</translation>
    </message>
    <message>
        <source>A file to start from</source>
        <translation>Eine Datei, mit der begonnen wird</translation>
    </message>
    <message>
        <source>Weights (*.pth)</source>
        <translation>Gewichte (*.pth)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>It has other layers than the network that is chosen, which learns from nothing.</source>
        <translation>Es hat andere Schichten als das gewählte Netz; dieses lernt von Grund auf.</translation>
    </message>
    <message>
        <source>It has learned from general pictures: thirty of yours of each kind are enough.</source>
        <translation>Es hat von allgemeinen Bildern gelernt: Dreißig eigene von jeder Art genügen.</translation>
    </message>
    <message>
        <source>A file of torchvision&apos;s SqueezeNet (.pth): it begins with what that one knows.</source>
        <translation>Eine Datei mit dem SqueezeNet von torchvision (.pth): Es beginnt mit dem, was dieses weiß.</translation>
    </message>
    <message>
        <source>It learns from your pictures alone. That takes thousands of them.</source>
        <translation>Es lernt allein von Ihren Bildern. Dafür braucht es Tausende.</translation>
    </message>
    <message>
        <source>There are none for this network: SqueezeNet 1.0 or 1.1, width 1 and no bypass.</source>
        <translation>Für dieses Netz gibt es keine: nur für SqueezeNet 1.0 oder 1.1 mit Breite 1 und ohne Bypass.</translation>
    </message>
    <message>
        <source>torchvision&apos;s SqueezeNet, which has learned from a million pictures: {file}.</source>
        <translation>Das SqueezeNet von torchvision, das von einer Million Bildern gelernt hat: {file}.</translation>
    </message>
    <message>
        <source>torchvision&apos;s SqueezeNet has learned from a million pictures. Fetch it from {host} once?</source>
        <translation>Das SqueezeNet von torchvision hat von einer Million Bildern gelernt. Einmal von {host} herunterladen?</translation>
    </message>
    <message>
        <source>{file} is damaged. Fetch it from {host} again?</source>
        <translation>{file} ist beschädigt. Noch einmal von {host} herunterladen?</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>All is written. This port cannot restart the board: please restart it, not in its loader</source>
        <translation>Alles ist geschrieben. Dieser Anschluss kann das Board nicht neu starten: Bitte starten Sie es neu, nicht im Lader</translation>
    </message>
    <message>
        <source>Building firmware with {tool}</source>
        <translation>Firmware wird mit {tool} gebaut</translation>
    </message>
    <message>
        <source>Calibrating the probabilities</source>
        <translation>Wahrscheinlichkeiten werden kalibriert</translation>
    </message>
    <message>
        <source>Checking the pictures</source>
        <translation>Die Bilder werden geprüft</translation>
    </message>
    <message>
        <source>Choosing code tables</source>
        <translation>Codetabellen werden gewählt</translation>
    </message>
    <message>
        <source>Coding weights</source>
        <translation>Gewichte werden codiert</translation>
    </message>
    <message>
        <source>Comparing the board with the file on test pictures</source>
        <translation>Board und Datei werden an Testbildern verglichen</translation>
    </message>
    <message>
        <source>Comparing the outputs of the plain and the coded model</source>
        <translation>Die Ausgaben des einfachen und des codierten Modells werden verglichen</translation>
    </message>
    <message>
        <source>Comparing with the float model</source>
        <translation>Vergleich mit dem Float-Modell</translation>
    </message>
    <message>
        <source>Converting to an int8 TensorFlow Lite model</source>
        <translation>Umwandlung in ein int8-Modell für TensorFlow Lite</translation>
    </message>
    <message>
        <source>Drawing the sample scenes</source>
        <translation>Die Beispielszenen werden gezeichnet</translation>
    </message>
    <message>
        <source>Estimating the accuracy on new pictures</source>
        <translation>Die Genauigkeit bei neuen Bildern wird geschätzt</translation>
    </message>
    <message>
        <source>Fetching firmware from {address}</source>
        <translation>Firmware wird von {address} geholt</translation>
    </message>
    <message>
        <source>Fetching {name} from {host}</source>
        <translation>{name} wird von {host} heruntergeladen</translation>
    </message>
    <message>
        <source>Finding out which answers are sure</source>
        <translation>Es wird ermittelt, welche Antworten sicher sind</translation>
    </message>
    <message>
        <source>Finding out which board is there</source>
        <translation>Es wird festgestellt, welches Board da ist</translation>
    </message>
    <message>
        <source>Fitting a classifier to what the network knows</source>
        <translation>Ein Klassifikator wird an das angepasst, was das Netz schon kann</translation>
    </message>
    <message>
        <source>Fitting each layer to its earlier outputs</source>
        <translation>Jede Schicht wird an ihre früheren Ausgaben angepasst</translation>
    </message>
    <message>
        <source>Quantizing each layer so that its outputs stay the same</source>
        <translation>Jede Schicht wird so quantisiert, dass ihre Ausgaben gleich bleiben</translation>
    </message>
    <message>
        <source>Learning from the pictures</source>
        <translation>Von den Bildern wird gelernt</translation>
    </message>
    <message>
        <source>Loading the pictures</source>
        <translation>Die Bilder werden geladen</translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation>Bilder werden gesucht</translation>
    </message>
    <message>
        <source>Measuring on the test pictures</source>
        <translation>Messung an den Testbildern</translation>
    </message>
    <message>
        <source>Proving that decoding gives the same weights</source>
        <translation>Nachweis, dass Decodieren dieselben Gewichte ergibt</translation>
    </message>
    <message>
        <source>Starting from a trained network</source>
        <translation>Das Training beginnt mit einem trainierten Netz</translation>
    </message>
    <message>
        <source>That did not work. Trying again in a slower, safer way</source>
        <translation>Das ging nicht. Neuer Versuch, langsamer und sicherer</translation>
    </message>
    <message>
        <source>Unpacking the pictures of CIFAR-10</source>
        <translation>Die Bilder von CIFAR-10 werden entpackt</translation>
    </message>
    <message>
        <source>Unpacking {name}</source>
        <translation>{name} wird entpackt</translation>
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
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Show the program what it shall tell apart.</source>
        <translation>Zeigen Sie dem Programm, was es unterscheiden soll.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Let a small network learn from the pictures.</source>
        <translation>Ein kleines Netz von den Bildern lernen lassen.</translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>Ausdünnen</translation>
    </message>
    <message>
        <source>Take away the connections that matter least.</source>
        <translation>Die Verbindungen wegnehmen, auf die es am wenigsten ankommt.</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Write every number with fewer digits.</source>
        <translation>Jede Zahl mit weniger Stellen schreiben.</translation>
    </message>
    <message>
        <source>Huffman</source>
        <translation>Huffman</translation>
    </message>
    <message>
        <source>Give frequent numbers short codes; nothing is lost.</source>
        <translation>Häufigen Zahlen kurze Codes geben; nichts geht verloren.</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Put the model on a board and see what it sees.</source>
        <translation>Das Modell auf ein Board bringen und sehen, was es sieht.</translation>
    </message>
</context>
<context>
    <name>StepState</name>
    <message>
        <source>the step before it comes first</source>
        <translation>der Schritt davor kommt zuerst</translation>
    </message>
    <message>
        <source>can begin</source>
        <translation>kann beginnen</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>interrupted; it can go on</source>
        <translation>unterbrochen; kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>to be done again, for settings have changed</source>
        <translation>neu zu machen, weil sich Einstellungen geändert haben</translation>
    </message>
</context>
<context>
    <name>Sureness</name>
    <message>
        <source>Where no class reaches {probability}, the answer is “not sure”, on the board too: the picture may show none of the classes.</source>
        <translation>Wo keine Klasse {probability} erreicht, lautet die Antwort „nicht sicher“, auch auf dem Board: Vielleicht zeigt das Bild keine der Klassen.</translation>
    </message>
    <message>
        <source>It was found with the validation pictures: {passed} of the right answers there are above it.</source>
        <translation>Die Schwelle stammt von den Validierungsbildern: {passed} der richtigen Antworten dort erreichen sie.</translation>
    </message>
    <message>
        <source>On the test pictures {sure} of the answers are sure, and {accuracy} of these are right.</source>
        <translation>Bei den Testbildern sind {sure} der Antworten sicher, und davon {accuracy} richtig.</translation>
    </message>
    <message>
        <source>This model always answers with a class: it was made before there was a threshold, or is right about no validation picture.</source>
        <translation>Dieses Modell antwortet immer mit einer Klasse: Es entstand, bevor es eine Schwelle gab, oder erkennt kein einziges Validierungsbild.</translation>
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
        <source>{kind}: {rejected} of {count} pictures get “not sure”.</source>
        <translation>{kind}: {rejected} von {count} Bildern erhalten „nicht sicher“.</translation>
    </message>
</context>
<context>
    <name>SurenessView</name>
    <message>
        <source>Pictures that show none of the classes, and how many of them get “not sure”:</source>
        <translation>Bilder, die keine der Klassen zeigen, und wie viele davon „nicht sicher“ erhalten:</translation>
    </message>
    <message>
        <source>Unrelated pictures that are turned away</source>
        <translation>Fremde Bilder, die abgewiesen werden</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Accuracy over time</source>
        <translation>Genauigkeit im Lauf der Zeit</translation>
    </message>
    <message>
        <source>{stage}: {accuracy:.1f} % on the test pictures</source>
        <translation>{stage}: {accuracy:.1f} % bei den Testbildern</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Noch nichts.</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Loss (how wrong it is)</source>
        <translation>Verlust (wie falsch es liegt)</translation>
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
        <source>on the test pictures</source>
        <translation>bei den Testbildern</translation>
    </message>
    <message>
        <source>on validation pictures, so far</source>
        <translation>bei Validierungsbildern, bisher</translation>
    </message>
</context>
<context>
    <name>Train</name>
    <message>
        <source>AlexNet (to compare)</source>
        <translation>AlexNet (zum Vergleich)</translation>
    </message>
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
        <source>if needed</source>
        <translation>bei Bedarf</translation>
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
        <source>Share of 3x3 filters</source>
        <translation>Anteil der 3x3-Filter</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Rare classes count more</source>
        <translation>Seltene Klassen zählen mehr</translation>
    </message>
    <message>
        <source>Epochs of the last layer alone</source>
        <translation>Epochen nur der letzten Schicht</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startzahl</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Train again</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Train differently</source>
        <translation>Anders trainieren</translation>
    </message>
    <message>
        <source>All epochs are done; measuring is left.</source>
        <translation>Alle Epochen sind fertig; es fehlt das Messen.</translation>
    </message>
    <message>
        <source>You can stop at any time: what it has learned is kept.</source>
        <translation>Sie können jederzeit anhalten: Was gelernt ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Right answers on pictures that it does not learn from, after the last epoch.</source>
        <translation>Richtige Antworten bei Bildern, von denen es nicht lernt, nach der letzten Epoche.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>How wrong its answers are: the lower the better.</source>
        <translation>Wie falsch die Antworten sind: je kleiner, desto besser.</translation>
    </message>
    <message>
        <source>Right answers after training</source>
        <translation>Richtige Antworten nach dem Training</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
</context>
<context>
    <name>TroubleView</name>
    <message>
        <source>Look at these, one after the other</source>
        <translation>Sehen Sie diese der Reihe nach an</translation>
    </message>
    <message>
        <source>Technical detail</source>
        <translation>Technisches</translation>
    </message>
    <message>
        <source>Your board is not in the list?</source>
        <translation>Ihr Board ist nicht in der Liste?</translation>
    </message>
    <message>
        <source>Its port appears there within a second after it is plugged in and found.</source>
        <translation>Sein Anschluss erscheint dort binnen einer Sekunde, nachdem es eingesteckt und gefunden ist.</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>{used} of {count} used</source>
        <translation>{used} von {count} benutzt</translation>
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
        <source>left out: the same picture is in another class</source>
        <translation>weggelassen: Dasselbe Bild ist in einer anderen Klasse</translation>
    </message>
    <message>
        <source>left out: the same picture is in a later split</source>
        <translation>weggelassen: Dasselbe Bild ist in einer späteren Teilmenge</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Close Squeeze Studio?</source>
        <translation>Squeeze Studio schließen?</translation>
    </message>
    <message>
        <source>The program is still working.</source>
        <translation>Das Programm arbeitet noch.</translation>
    </message>
    <message>
        <source>What is finished is kept: you can go on from there next time.</source>
        <translation>Was fertig ist, bleibt erhalten: Sie können dort beim nächsten Mal fortsetzen.</translation>
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
</TS>
