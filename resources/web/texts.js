// SPDX-License-Identifier: Apache-2.0
// The page's texts. English ones are their own keys.

// By code: what happened, and what to do.
export const PROBLEMS = {
  "no-web-serial": [
    "This browser cannot use serial ports.",
    "Open this page in Chrome or Edge on a computer. Firefox, Safari and phones cannot do this.",
  ],
  insecure: [
    "The browser does not allow serial ports on this page, because it was loaded over plain http from {host}.",
    "Use an address that begins with https, or serve the folder on this computer and open it as localhost: python3 -m http.server",
  ],
  busy: [
    "Another program is using the port.",
    "Close serial monitors, Squeeze Studio and other pages that may have it open, then try again.",
  ],
  lost: [
    "The connection to the board was lost.",
    "Check the cable, connect the board and flash again. Its boot loader is in ROM and still works.",
  ],
  "no-loader": [
    "The board does not enter its boot loader.",
    "Hold BOOT, press EN or RST once, and hold BOOT until writing begins. On an ESP32-CAM, connect IO0 to GND instead.",
  ],
  "wrong-chip": [
    "The chip of this board is {found}, not {expected}.",
    "Nothing was written. Connect a board with the right chip, or export the page for this board.",
  ],
  "too-small": [
    "The flash of this board is too small: {size}.",
    "Nothing was written. Connect a board with more flash, or export the page for this board.",
  ],
  mismatch: [
    "The board's flash does not contain what was written ({name}).",
    "Flash again. If this does not help, try another USB port or power supply.",
  ],
  incomplete: [
    "A file of this page is missing or damaged: {name}.",
    "Nothing was written. Copy the whole exported folder to the server again, or reload the page.",
  ],
  silent: [
    "The board does not answer.",
    "Press its reset button and connect without flashing. If this does not help, flash again.",
  ],
  version: [
    "The firmware on the board uses another version of the link.",
    "Flash the board with this page.",
  ],
  refused: [
    "The board cannot run the model (code {status}).",
    "Flash the board with this page. If this does not help, the page was exported for another board.",
  ],
  "other-model": ["The board has another model.", "Flash the board with this page."],
  disagree: [
    "The board agrees on {agreed} of {count} test images only.",
    "Flash again. If this does not help, try another cable, USB port or power supply.",
  ],
  "no-camera": [
    "The camera of this computer cannot be used.",
    "Allow this page to use the camera, and close other programs that use it.",
  ],
  "no-image": ["{name} is not a readable image.", "Choose a JPEG, PNG or WebP image."],
  failed: [
    "Flashing the board failed.",
    "Disconnect the board, connect it again and retry. The technical detail shows the message.",
  ],
};

const GERMAN = {
  "Put the model on your board": "Das Modell auf Ihr Board bringen",
  "Technical detail": "Technische Einzelheit",
  Flash: "Flashen",
  "Connect the board with a USB cable that carries data. The browser asks for its serial port.":
    "Schließen Sie das Board mit einem USB-Kabel an, das Daten überträgt. Der Browser fragt nach seinem seriellen Port.",
  "Connect and flash": "Verbinden und flashen",
  "Connect without flashing": "Verbinden, ohne zu flashen",
  Disconnect: "Trennen",
  "Ten test images": "Zehn Testbilder",
  "The board and the file on the computer that made this page must give the same prediction for each.":
    "Das Board und die Datei auf dem Computer, der diese Seite erstellt hat, müssen für jedes dieselbe Vorhersage liefern.",
  "What the board sees": "Was das Board sieht",
  "Camera of the board": "Kamera des Boards",
  "Camera of this computer": "Kamera dieses Computers",
  "Choose an image…": "Bild wählen…",
  Stop: "Stopp",
  Log: "Protokoll",
  "Made with Squeeze Studio. It flashes with Espressif's esptool-js.":
    "Mit Squeeze Studio erstellt. Geflasht wird mit Espressifs esptool-js.",
  "About these files": "Über diese Dateien",
  "No port was chosen. If your board is not in the browser's list, try another cable: many only charge.":
    "Es wurde kein Port gewählt. Wenn Ihr Board nicht in der Liste des Browsers steht, versuchen Sie ein anderes Kabel: Viele laden nur.",
  "Connecting to the boot loader": "Verbindung zum Bootloader wird hergestellt",
  Writing: "Wird geschrieben",
  "Checking what was written": "Das Geschriebene wird geprüft",
  "Starting the board": "Das Board wird gestartet",
  "Waiting for the board's program": "Warten auf das Programm des Boards",
  "The board is connected.": "Das Board ist verbunden.",
  "Comparing test image {number} of {count}": "Testbild {number} von {count} wird verglichen",
  "The board and the file agree.": "Board und Datei stimmen überein.",
  "The board and the file differ.": "Board und Datei liefern Verschiedenes.",
  "board agrees {agreed}/{count}": "Board stimmt überein {agreed}/{count}",
  "Not sure": "Nicht sicher",
  "A virtual board, simulated on a computer.": "Ein virtuelles Board, von einem Computer simuliert.",
  "The board took {milliseconds} ms.": "Das Board brauchte {milliseconds} ms.",
  "It recognizes: {labels}.": "Es erkennt: {labels}.",
  "This browser cannot use serial ports.": "Dieser Browser kann keine seriellen Ports benutzen.",
  "Open this page in Chrome or Edge on a computer. Firefox, Safari and phones cannot do this.":
    "Öffnen Sie diese Seite in Chrome oder Edge auf einem Computer. Firefox, Safari und Handys können das nicht.",
  "The browser does not allow serial ports on this page, because it was loaded over plain http from {host}.":
    "Der Browser erlaubt dieser Seite keine seriellen Ports, weil sie über einfaches http von {host} geladen wurde.",
  "Use an address that begins with https, or serve the folder on this computer and open it as localhost: python3 -m http.server":
    "Verwenden Sie eine Adresse, die mit https beginnt, oder stellen Sie den Ordner auf diesem Computer bereit und öffnen Sie ihn als localhost: python3 -m http.server",
  "Another program is using the port.": "Ein anderes Programm benutzt den Port.",
  "Close serial monitors, Squeeze Studio and other pages that may have it open, then try again.":
    "Schließen Sie serielle Monitore, Squeeze Studio und andere Seiten, die ihn geöffnet haben könnten, und versuchen Sie es dann erneut.",
  "The connection to the board was lost.": "Die Verbindung zum Board ist abgebrochen.",
  "Check the cable, connect the board and flash again. Its boot loader is in ROM and still works.":
    "Prüfen Sie das Kabel, schließen Sie das Board an und flashen Sie erneut. Sein Bootloader ist im ROM und funktioniert weiterhin.",
  "The board does not enter its boot loader.": "Das Board wechselt nicht in seinen Bootloader.",
  "Hold BOOT, press EN or RST once, and hold BOOT until writing begins. On an ESP32-CAM, connect IO0 to GND instead.":
    "Halten Sie BOOT, drücken Sie einmal EN oder RST, und halten Sie BOOT, bis das Schreiben beginnt. Verbinden Sie beim ESP32-CAM stattdessen IO0 mit GND.",
  "The chip of this board is {found}, not {expected}.": "Der Chip dieses Boards ist ein {found}, kein {expected}.",
  "Nothing was written. Connect a board with the right chip, or export the page for this board.":
    "Es wurde nichts geschrieben. Schließen Sie ein Board mit dem richtigen Chip an, oder exportieren Sie die Seite für dieses Board.",
  "The flash of this board is too small: {size}.": "Der Flash dieses Boards ist zu klein: {size}.",
  "Nothing was written. Connect a board with more flash, or export the page for this board.":
    "Es wurde nichts geschrieben. Schließen Sie ein Board mit mehr Flash an, oder exportieren Sie die Seite für dieses Board.",
  "The board's flash does not contain what was written ({name}).":
    "Der Flash des Boards enthält nicht, was geschrieben wurde ({name}).",
  "Flash again. If this does not help, try another USB port or power supply.":
    "Flashen Sie erneut. Wenn das nicht hilft, versuchen Sie einen anderen USB-Anschluss oder ein anderes Netzteil.",
  "A file of this page is missing or damaged: {name}.": "Eine Datei dieser Seite fehlt oder ist beschädigt: {name}.",
  "Nothing was written. Copy the whole exported folder to the server again, or reload the page.":
    "Es wurde nichts geschrieben. Kopieren Sie den ganzen exportierten Ordner erneut auf den Server, oder laden Sie die Seite neu.",
  "The board does not answer.": "Das Board antwortet nicht.",
  "Press its reset button and connect without flashing. If this does not help, flash again.":
    "Drücken Sie seine Reset-Taste und verbinden Sie, ohne zu flashen. Wenn das nicht hilft, flashen Sie erneut.",
  "The firmware on the board uses another version of the link.":
    "Die Firmware auf dem Board verwendet eine andere Version des Protokolls.",
  "Flash the board with this page.": "Flashen Sie das Board mit dieser Seite.",
  "The board cannot run the model (code {status}).": "Das Board kann das Modell nicht ausführen (Code {status}).",
  "Flash the board with this page. If this does not help, the page was exported for another board.":
    "Flashen Sie das Board mit dieser Seite. Wenn das nicht hilft, wurde die Seite für ein anderes Board exportiert.",
  "The board has another model.": "Das Board hat ein anderes Modell.",
  "The board agrees on {agreed} of {count} test images only.":
    "Das Board stimmt nur bei {agreed} von {count} Testbildern überein.",
  "Flash again. If this does not help, try another cable, USB port or power supply.":
    "Flashen Sie erneut. Wenn das nicht hilft, versuchen Sie ein anderes Kabel, einen anderen USB-Anschluss oder ein anderes Netzteil.",
  "The camera of this computer cannot be used.": "Die Kamera dieses Computers kann nicht benutzt werden.",
  "Allow this page to use the camera, and close other programs that use it.":
    "Erlauben Sie dieser Seite die Kamera, und schließen Sie andere Programme, die sie benutzen.",
  "{name} is not a readable image.": "{name} ist kein lesbares Bild.",
  "Choose a JPEG, PNG or WebP image.": "Wählen Sie ein Bild in JPEG, PNG oder WebP.",
  "Flashing the board failed.": "Das Flashen des Boards ist fehlgeschlagen.",
  "Disconnect the board, connect it again and retry. The technical detail shows the message.":
    "Trennen Sie das Board, schließen Sie es wieder an und versuchen Sie es erneut. Die technische Einzelheit zeigt die Meldung.",
};

const KOREAN = {
  "Put the model on your board": "모델을 보드에 올리기",
  "Technical detail": "기술 정보",
  Flash: "플래시",
  "Connect the board with a USB cable that carries data. The browser asks for its serial port.":
    "데이터를 전송하는 USB 케이블로 보드를 연결하세요. 브라우저가 시리얼 포트를 묻습니다.",
  "Connect and flash": "연결하고 플래시",
  "Connect without flashing": "플래시하지 않고 연결",
  Disconnect: "연결 해제",
  "Ten test images": "테스트 이미지 10장",
  "The board and the file on the computer that made this page must give the same prediction for each.":
    "보드와 이 페이지를 만든 컴퓨터의 파일은 각 이미지에 대해 같은 예측을 내야 합니다.",
  "What the board sees": "보드가 보는 것",
  "Camera of the board": "보드의 카메라",
  "Camera of this computer": "이 컴퓨터의 카메라",
  "Choose an image…": "이미지 선택…",
  Stop: "중지",
  Log: "로그",
  "Made with Squeeze Studio. It flashes with Espressif's esptool-js.":
    "Squeeze Studio로 만들었습니다. Espressif의 esptool-js로 플래시합니다.",
  "About these files": "파일 정보",
  "No port was chosen. If your board is not in the browser's list, try another cable: many only charge.":
    "포트를 선택하지 않았습니다. 브라우저 목록에 보드가 없으면 다른 케이블을 써 보세요. 충전만 되는 케이블이 많습니다.",
  "Connecting to the boot loader": "부트로더에 연결하는 중",
  Writing: "쓰는 중",
  "Checking what was written": "쓴 내용을 확인하는 중",
  "Starting the board": "보드를 시작하는 중",
  "Waiting for the board's program": "보드의 프로그램을 기다리는 중",
  "The board is connected.": "보드가 연결되었습니다.",
  "Comparing test image {number} of {count}": "테스트 이미지 {number}/{count} 비교 중",
  "The board and the file agree.": "보드와 파일이 일치합니다.",
  "The board and the file differ.": "보드와 파일이 다릅니다.",
  "board agrees {agreed}/{count}": "보드 일치 {agreed}/{count}",
  "Not sure": "확실하지 않음",
  "A virtual board, simulated on a computer.": "컴퓨터에서 시뮬레이션하는 가상 보드입니다.",
  "The board took {milliseconds} ms.": "보드에서 {milliseconds} ms 걸렸습니다.",
  "It recognizes: {labels}.": "인식하는 클래스: {labels}.",
  "This browser cannot use serial ports.": "이 브라우저는 시리얼 포트를 사용할 수 없습니다.",
  "Open this page in Chrome or Edge on a computer. Firefox, Safari and phones cannot do this.":
    "컴퓨터의 Chrome 또는 Edge에서 이 페이지를 여세요. Firefox, Safari, 휴대폰에서는 할 수 없습니다.",
  "The browser does not allow serial ports on this page, because it was loaded over plain http from {host}.":
    "이 페이지는 {host}에서 일반 http로 불러왔으므로 브라우저가 시리얼 포트를 허용하지 않습니다.",
  "Use an address that begins with https, or serve the folder on this computer and open it as localhost: python3 -m http.server":
    "https로 시작하는 주소를 쓰거나, 이 컴퓨터에서 폴더를 제공하고 localhost로 여세요: python3 -m http.server",
  "Another program is using the port.": "다른 프로그램이 포트를 사용하고 있습니다.",
  "Close serial monitors, Squeeze Studio and other pages that may have it open, then try again.":
    "시리얼 모니터, Squeeze Studio, 포트를 열고 있을 수 있는 다른 페이지를 닫고 다시 시도하세요.",
  "The connection to the board was lost.": "보드와의 연결이 끊어졌습니다.",
  "Check the cable, connect the board and flash again. Its boot loader is in ROM and still works.":
    "케이블을 확인하고 보드를 연결한 뒤 다시 플래시하세요. 부트로더는 ROM에 있어 계속 작동합니다.",
  "The board does not enter its boot loader.": "보드가 부트로더로 들어가지 않습니다.",
  "Hold BOOT, press EN or RST once, and hold BOOT until writing begins. On an ESP32-CAM, connect IO0 to GND instead.":
    "BOOT를 누른 채 EN 또는 RST를 한 번 누르고, 쓰기가 시작될 때까지 BOOT를 누르고 계세요. ESP32-CAM에서는 대신 IO0을 GND에 연결하세요.",
  "The chip of this board is {found}, not {expected}.": "이 보드의 칩은 {expected}가 아니라 {found}입니다.",
  "Nothing was written. Connect a board with the right chip, or export the page for this board.":
    "아무것도 쓰지 않았습니다. 맞는 칩의 보드를 연결하거나, 이 보드용 페이지를 내보내세요.",
  "The flash of this board is too small: {size}.": "이 보드의 플래시가 너무 작습니다: {size}.",
  "Nothing was written. Connect a board with more flash, or export the page for this board.":
    "아무것도 쓰지 않았습니다. 플래시가 더 큰 보드를 연결하거나, 이 보드용 페이지를 내보내세요.",
  "The board's flash does not contain what was written ({name}).": "보드의 플래시 내용이 쓴 것과 다릅니다({name}).",
  "Flash again. If this does not help, try another USB port or power supply.":
    "다시 플래시하세요. 그래도 안 되면 다른 USB 포트나 전원을 써 보세요.",
  "A file of this page is missing or damaged: {name}.": "이 페이지의 파일이 없거나 손상되었습니다: {name}.",
  "Nothing was written. Copy the whole exported folder to the server again, or reload the page.":
    "아무것도 쓰지 않았습니다. 내보낸 폴더 전체를 서버에 다시 복사하거나 페이지를 새로 고치세요.",
  "The board does not answer.": "보드가 응답하지 않습니다.",
  "Press its reset button and connect without flashing. If this does not help, flash again.":
    "리셋 버튼을 누르고 플래시하지 않고 연결하세요. 그래도 안 되면 다시 플래시하세요.",
  "The firmware on the board uses another version of the link.": "보드의 펌웨어가 다른 버전의 링크를 사용합니다.",
  "Flash the board with this page.": "이 페이지로 보드를 플래시하세요.",
  "The board cannot run the model (code {status}).": "보드가 모델을 실행할 수 없습니다(코드 {status}).",
  "Flash the board with this page. If this does not help, the page was exported for another board.":
    "이 페이지로 보드를 플래시하세요. 그래도 안 되면 이 페이지는 다른 보드용으로 내보낸 것입니다.",
  "The board has another model.": "보드에 다른 모델이 있습니다.",
  "The board agrees on {agreed} of {count} test images only.": "보드가 테스트 이미지 {count}장 중 {agreed}장에서만 일치합니다.",
  "Flash again. If this does not help, try another cable, USB port or power supply.":
    "다시 플래시하세요. 그래도 안 되면 다른 케이블, USB 포트, 전원을 써 보세요.",
  "The camera of this computer cannot be used.": "이 컴퓨터의 카메라를 사용할 수 없습니다.",
  "Allow this page to use the camera, and close other programs that use it.":
    "이 페이지에 카메라를 허용하고, 카메라를 사용하는 다른 프로그램을 닫으세요.",
  "{name} is not a readable image.": "{name}은(는) 읽을 수 있는 이미지가 아닙니다.",
  "Choose a JPEG, PNG or WebP image.": "JPEG, PNG, WebP 이미지를 선택하세요.",
  "Flashing the board failed.": "보드 플래시에 실패했습니다.",
  "Disconnect the board, connect it again and retry. The technical detail shows the message.":
    "보드를 분리했다가 다시 연결하고 다시 시도하세요. 기술 정보에 메시지가 있습니다.",
};

export const TEXTS = { de: GERMAN, ko: KOREAN };
export const language = navigator.languages.map((one) => one.slice(0, 2)).find((one) => one === "en" || one in TEXTS) ?? "en";

// A text in the language of the browser, with {names} replaced by values.
export function t(english, values = {}) {
  const words = TEXTS[language]?.[english.trim()] ?? english;
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
