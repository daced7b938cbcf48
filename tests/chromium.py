"""A real browser with a board on its serial port: Chromium, as Qt brings it, without a screen.

A program of its own: `python -m tests.chromium`. It reads commands, one line of JSON each, and answers each
with a line of JSON. `navigator.serial` is a stand-in that behaves as the Web Serial API is specified
(wicg.github.io/serial): its one port is the board at the address of the last `board` command, reached over a
WebSocket to this process, which opens it with pyserial. Everything else is what the browser does.

    {"do": "board", "address": "rfc2217://..."}     which port there is
    {"do": "open", "url": ..., "languages": "de", "has_serial": true}     null when the page is loaded
    {"do": "run", "script": ...}     the value of an expression in the page
    {"do": "grab", "path": ..., "width": 800, "height": 1000}     a screenshot
    {"do": "requests"}     every address that was asked for so far
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Its sandbox refuses to run as root and in some containers, and only pages of this program are opened.
os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
ELSEWHERE = "board.example"
"""A name of this computer that no browser takes for localhost."""
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = (
    f'--host-resolver-rules="MAP {ELSEWHERE} 127.0.0.1" --use-fake-ui-for-media-stream '
    "--use-fake-device-for-media-stream --disable-gpu"
)

from PySide6.QtCore import QObject, QTimer, QUrl, Signal  # noqa: E402
from PySide6.QtNetwork import QHostAddress  # noqa: E402
from PySide6.QtWebEngineCore import (  # noqa: E402
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: E402
from PySide6.QtWebSockets import QWebSocket, QWebSocketServer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from core.boards.port_opening import open_port  # noqa: E402
from core.errors import SqueezeError  # noqa: E402

_POLL_SECONDS = 0.001
_PAINT_MILLISECONDS = 400

_STAND_IN = """
(() => {
  if (!window.isSecureContext) return;
  if (!HAS_SERIAL) { delete Navigator.prototype.serial; return; }
  const lost = () => new DOMException("The device has been lost.", "NetworkError");
  class StandInPort extends EventTarget {
    #socket = null; #input = null; #controller = null; #output = null; #waiting = []; #answers = [];
    getInfo() { return { usbVendorId: 0x10c4, usbProductId: 0xea60 }; }
    #asked(question) {
      return new Promise((resolve, reject) => {
        this.#answers.push([resolve, reject]);
        this.#socket.send(JSON.stringify(question));
      });
    }
    async open({ baudRate }) {
      if (this.#socket) throw new DOMException("The port is already open.", "InvalidStateError");
      const socket = new WebSocket("ADDRESS");
      socket.binaryType = "arraybuffer";
      await new Promise((resolve) => { socket.onopen = resolve; });
      this.#socket = socket;
      socket.onmessage = ({ data }) => this.#arrived(data);
      const { error } = await this.#asked({ open: baudRate });
      if (error) {
        this.#end();
        throw new DOMException("Failed to open serial port.", "NetworkError");
      }
    }
    #arrived(data) {
      if (data instanceof ArrayBuffer) {
        if (this.#controller) this.#controller.enqueue(new Uint8Array(data));
        else this.#waiting.push(new Uint8Array(data));
        return;
      }
      const answer = JSON.parse(data);
      if (answer.lost) this.#lose();
      else this.#answers.shift()[0](answer);
    }
    #lose() {
      this.#controller?.error(lost());
      this.#answers.splice(0).forEach(([, reject]) => reject(lost()));
      this.#end();
      this.dispatchEvent(new Event("disconnect"));
    }
    #end() {
      this.#socket.close();
      this.#socket = this.#input = this.#output = this.#controller = null;
      this.#waiting = [];
    }
    get readable() {
      if (this.#socket && !this.#input) {
        this.#input = new ReadableStream({
          start: (controller) => {
            this.#controller = controller;
            this.#waiting.splice(0).forEach((chunk) => controller.enqueue(chunk));
          },
          cancel: () => { this.#input = this.#controller = null; },
        });
      }
      return this.#input;
    }
    get writable() {
      if (this.#socket && !this.#output) {
        this.#output = new WritableStream({
          write: (chunk) => { if (this.#socket) this.#socket.send(chunk); else throw lost(); },
        });
      }
      return this.#output;
    }
    async setSignals(signals) {
      if (!this.#socket) throw lost();
      await this.#asked({ signals });
    }
    async close() {
      if (!this.#socket) throw new DOMException("The port is already closed.", "InvalidStateError");
      if (this.#input?.locked || this.#output?.locked) throw new TypeError("Cannot cancel a locked stream");
      await this.#asked({ close: true });
      this.#end();
    }
  }
  const port = new StandInPort();
  const serial = new EventTarget();
  serial.requestPort = async () => {
    if (window.refuseToChoose) throw new DOMException("No port selected by the user.", "NotFoundError");
    return port;
  };
  serial.getPorts = async () => [port];
  Object.defineProperty(navigator, "serial", { value: serial, configurable: true });
})();
"""


class _Cable(QObject):
    """One time that the page has the port open."""

    received = Signal(bytes)
    lost = Signal()

    def __init__(self, socket: QWebSocket, address: str) -> None:
        super().__init__(socket)
        self._socket = socket
        self._address = address
        self._port: Any = None
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._read, daemon=True)
        socket.textMessageReceived.connect(self._asked)
        socket.binaryMessageReceived.connect(self._write)
        socket.disconnected.connect(self._close)
        self.received.connect(lambda data: socket.sendBinaryMessage(data))
        self.lost.connect(self._tell_lost)

    def _asked(self, text: str) -> None:
        question, answer = json.loads(text), {}
        if "open" in question:
            try:
                self._port = open_port(self._address, question["open"])
                self._port.timeout = 1
                self._thread.start()
            except SqueezeError as error:
                answer = {"error": error.code}
        elif "signals" in question:
            self._set_lines(question["signals"])
        else:
            self._close()
        self._socket.sendTextMessage(json.dumps(answer))

    def _set_lines(self, signals: dict[str, bool]) -> None:
        if self._port is not None:
            if "dataTerminalReady" in signals:
                self._port.dtr = signals["dataTerminalReady"]
            if "requestToSend" in signals:
                self._port.rts = signals["requestToSend"]

    def _write(self, data: Any) -> None:
        if self._port is not None:
            try:
                self._port.write(bytes(data))
            except OSError:
                self.lost.emit()

    def _read(self) -> None:
        try:
            while not self._closing.is_set():
                if waiting := self._port.in_waiting:
                    self.received.emit(self._port.read(waiting))
                else:
                    time.sleep(_POLL_SECONDS)
        except OSError:
            if not self._closing.is_set():
                self.lost.emit()

    def _tell_lost(self) -> None:
        self._socket.sendTextMessage(json.dumps({"lost": True}))

    def _close(self) -> None:
        if self._port is not None:
            self._closing.set()
            self._thread.join()
            self._port.close()
            self._port = None


class _Requests(QWebEngineUrlRequestInterceptor):
    """Notes every address that a page asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        self.addresses.append(info.requestUrl().toString())


class _Browser(QObject):
    """One view. Commands come from a thread that reads standard input."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._address = ""
        self._server = QWebSocketServer("board", QWebSocketServer.SslMode.NonSecureMode)
        self._server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost))
        self._server.newConnection.connect(self._plugged_in)
        self._sockets: list[QWebSocket] = []
        self._requests = _Requests()
        self._profile = QWebEngineProfile()
        self._profile.setUrlRequestInterceptor(self._requests)
        self._view = QWebEngineView()
        self._view.resize(800, 1000)
        self._page: QWebEnginePage | None = None
        self.told.connect(self._obey)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.told.emit(line)
        self.told.emit('{"do": "quit"}')

    def _plugged_in(self) -> None:
        self._sockets.append(self._server.nextPendingConnection())
        _Cable(self._sockets[-1], self._address)

    def _obey(self, line: str) -> None:
        command = json.loads(line)
        match command["do"]:
            case "board":
                self._address = command["address"]
                _answer(None)
            case "open":
                self._open(command["url"], command.get("languages", "en"), command.get("has_serial", True))
            case "run":
                assert self._page is not None
                self._page.runJavaScript(f"JSON.stringify(({command['script']}) ?? null)", 0, _answer_json)
            case "grab":
                self._view.resize(command["width"], command["height"])
                QTimer.singleShot(
                    _PAINT_MILLISECONDS, lambda: _answer(self._view.grab().save(command["path"]))
                )
            case "requests":
                _answer(self._requests.addresses)
            case "quit":
                self._close()

    def _open(self, url: str, languages: str, has_serial: bool) -> None:
        self._profile.setHttpAcceptLanguage(languages)
        page = QWebEnginePage(self._profile, self)
        script = QWebEngineScript()
        script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
        script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
        address = f"ws://127.0.0.1:{self._server.serverPort()}"
        script.setSourceCode(
            _STAND_IN.replace("ADDRESS", address).replace("HAS_SERIAL", json.dumps(has_serial))
        )
        page.scripts().insert(script)
        page.permissionRequested.connect(lambda permission: permission.grant())
        page.loadFinished.connect(lambda _: _answer(None))
        self._view.setPage(page)
        self._view.show()
        old, self._page = self._page, page
        if old is not None:
            old.deleteLater()
        page.load(QUrl(url))

    def _close(self) -> None:
        self._view.close()
        if self._page is not None:
            self._view.setPage(None)  # type: ignore[arg-type]
            self._page.deleteLater()
        QTimer.singleShot(0, QApplication.quit)


def _answer_json(text: str) -> None:
    _answer(json.loads(text or "null"))


def _answer(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Obey until standard input ends."""
    application = QApplication(sys.argv)
    application.setQuitOnLastWindowClosed(False)
    browser = _Browser()
    code = application.exec()
    del browser
    return code


if __name__ == "__main__":
    sys.exit(main())
