// SPDX-License-Identifier: Apache-2.0
// Flashes the files of this folder with Espressif's esptool-js.

const ROM_BAUD = 115200;
const RESET_MILLISECONDS = 100;

export class FlashFailure extends Error {
  // `code` is a problem that the page explains; `values` are for its sentences.
  constructor(code, values = {}, detail = "") {
    super(detail || code);
    this.code = code;
    this.values = values;
    this.detail = detail;
  }
}

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

// Which problem an error of esptool-js or of the browser is, by what was being done.
function named(error, doing) {
  if (error instanceof FlashFailure) return error;
  const words = String(error?.message ?? error);
  if (doing === "opening") return new FlashFailure("busy", {}, words);
  if (error?.name === "NetworkError" || /device has been lost|closed|Cannot read prop/i.test(words)) {
    return new FlashFailure("lost", {}, words);
  }
  return new FlashFailure(doing === "connecting" ? "no-loader" : "failed", {}, words);
}

// Opens the port once, so that one that is in use is not taken for a board that does not answer.
async function requireFree(port) {
  try {
    await port.open({ baudRate: ROM_BAUD });
  } catch (error) {
    throw named(error, "opening");
  }
  await port.close();
}

// Writes `parts` ({offset, data, md5}) to the board on a port; `onProgress` gets a fraction from 0 to 1.
export async function flash(port, run, parts, { onStatus, onProgress, onLog, isLost }) {
  await requireFree(port);
  const { ESPLoader, Transport } = await import("./esptool-js/bundle.js");
  const transport = new Transport(port, false);
  transport.setDeviceLostCallback(() => {});
  const terminal = { clean() {}, writeLine: (line) => onLog(`${line}\n`), write: onLog };
  const loader = new ESPLoader({ transport, baudrate: run.flash.baud, romBaudrate: ROM_BAUD, terminal });
  let doing = "connecting";
  try {
    onStatus("Connecting to the boot loader");
    await loader.main();
    const found = loader.chip.CHIP_NAME;
    if (found !== run.chip) throw new FlashFailure("wrong-chip", { found, expected: run.chip });
    const size = await loader.detectFlashSize();
    if (size && loader.flashSizeBytes(size) < run.flash.needed_bytes) throw new FlashFailure("too-small", { size });
    doing = "writing";
    onStatus("Writing");
    await write(loader, parts, onProgress);
    doing = "checking";
    onStatus("Checking what was written");
    for (const part of parts) {
      const md5 = await loader.flashMd5sum(part.offset, part.data.length);
      if (md5 !== part.md5) throw new FlashFailure("mismatch", { name: part.name });
    }
    onStatus("Starting the board");
    await transport.setDTR(false);
    await transport.setRTS(true);
    await pause(RESET_MILLISECONDS);
    await transport.setRTS(false);
  } catch (error) {
    throw isLost() ? new FlashFailure("lost", {}, String(error)) : named(error, doing);
  } finally {
    await closed(transport);
  }
}

async function write(loader, parts, onProgress) {
  const total = parts.reduce((sum, part) => sum + part.data.length, 0);
  await loader.writeFlash({
    fileArray: parts.map((part) => ({ data: part.data, address: part.offset })),
    flashMode: "keep",
    flashFreq: "keep",
    flashSize: "keep",
    eraseAll: false,
    compress: true,
    reportProgress(number, done, of) {
      const before = parts.slice(0, number).reduce((sum, part) => sum + part.data.length, 0);
      onProgress((before + parts[number].data.length * (done / of)) / total);
    },
  });
}

// A port that is gone cannot be closed, and one whose stream hangs is not waited for.
async function closed(transport) {
  try {
    await Promise.race([transport.disconnect(), pause(2000)]);
  } catch {
    // It is gone.
  }
}
