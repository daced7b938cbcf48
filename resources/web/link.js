// SPDX-License-Identifier: Apache-2.0
// The link to a board (docs/protocol.md of Squeeze Studio), over a port of the Web Serial API.

export const VERSION = 1;
export const MOST_PAYLOAD = 1088;
export const KIND = {
  askHello: 0x01, beginImage: 0x05, imagePart: 0x06, predict: 0x07, watch: 0x09,
  hello: 0x81, imagePartReceived: 0x86, prediction: 0x87,
  refusal: 0xc0, logLine: 0xc1, cameraImage: 0xc2, cameraPart: 0xc3, cameraPrediction: 0xc4,
  pinChanged: 0xc5, actionLine: 0xc6,
};
const HEAD_BYTES = 4;
const CRC_BYTES = 4;
const LONGEST_RUN = 254;
const BODY_MOST = HEAD_BYTES + MOST_PAYLOAD + CRC_BYTES;
const MOST_CODED = BODY_MOST + Math.floor(BODY_MOST / LONGEST_RUN) + 1;
const MOST_JPEG_BYTES = 1 << 20;
const PART_BYTES = 1024;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
  let value = number;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

export function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ byte) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
}

export function cobsEncode(data) {
  const coded = [];
  let start = 0;
  const end = (at) => {
    for (; at - start >= LONGEST_RUN; start += LONGEST_RUN) {
      coded.push(LONGEST_RUN + 1, ...data.subarray(start, start + LONGEST_RUN));
    }
    coded.push(at - start + 1, ...data.subarray(start, at));
    start = at + 1;
  };
  data.forEach((byte, at) => { if (byte === 0) end(at); });
  end(data.length);
  return Uint8Array.from(coded);
}

// The bytes that were coded; null when these are no code.
export function cobsDecode(coded) {
  const data = [];
  for (let at = 0; at < coded.length;) {
    const length = coded[at];
    const run = coded.subarray(at + 1, at + length);
    if (length === 0 || run.length !== length - 1 || run.includes(0)) return null;
    data.push(...run);
    at += length;
    if (length <= LONGEST_RUN && at < coded.length) data.push(0);
  }
  return coded.length ? Uint8Array.from(data) : null;
}

export function encodeFrame(kind, sequence, payload = new Uint8Array(0), version = VERSION) {
  const body = new Uint8Array(HEAD_BYTES + payload.length + CRC_BYTES);
  const view = new DataView(body.buffer);
  view.setUint8(0, version);
  view.setUint8(1, kind);
  view.setUint16(2, sequence, true);
  body.set(payload, HEAD_BYTES);
  const crcAt = body.length - CRC_BYTES;
  view.setUint32(crcAt, crc32(body.subarray(0, crcAt)), true);
  const coded = cobsEncode(body);
  const wire = new Uint8Array(coded.length + 2);
  wire.set(coded, 1);
  return wire;
}

// The frame in the bytes between two zero bytes; null when they are none.
export function decodeFrame(coded) {
  const body = cobsDecode(coded);
  if (!body || body.length < HEAD_BYTES + CRC_BYTES || body.length > BODY_MOST) return null;
  const view = new DataView(body.buffer);
  const crcAt = body.length - CRC_BYTES;
  if (view.getUint32(crcAt, true) !== crc32(body.subarray(0, crcAt))) return null;
  return {
    version: body[0], kind: body[1], sequence: view.getUint16(2, true), payload: body.slice(HEAD_BYTES, crcAt),
  };
}

// Frames out of a stream that may be cut, doubled or mixed with noise at any place.
export class FrameReader {
  #piece = [];
  #overflowed = false;

  feed(data) {
    const frames = [];
    for (const byte of data) {
      if (byte !== 0) {
        if (this.#piece.length < MOST_CODED) this.#piece.push(byte);
        else this.#overflowed = true;
        continue;
      }
      const frame = this.#overflowed ? null : decodeFrame(Uint8Array.from(this.#piece));
      this.#piece = [];
      this.#overflowed = false;
      if (frame) frames.push(frame);
    }
    return frames;
  }
}

const text = (bytes) => new TextDecoder().decode(bytes).replace(/\0.*$/s, "");
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export function readHello(payload) {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  return {
    firmware: text(payload.subarray(0, 16)),
    runtime: text(payload.subarray(32, 56)),
    profile: text(payload.subarray(56, 80)),
    isVirtual: payload[90] === 1,
    hasCamera: payload[91] === 1,
    status: view.getUint16(98, true),
    modelSha256: hex(payload.subarray(100, 132)),
    window: view.getUint32(168, true),
  };
}

export function readPrediction(payload) {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const scores = view.getUint16(12, true);
  const tops = view.getUint16(14, true);
  return {
    totalMicroseconds: view.getUint32(0, true),
    scores: Array.from({ length: scores }, (_, at) => view.getInt8(16 + at)),
    top: Array.from({ length: tops }, (_, at) => view.getUint16(16 + scores + 2 * at, true)),
  };
}

export class LinkError extends Error {
  // `code` is silent, lost, version or refused; `detail` is for a person who wants to know more.
  constructor(code, detail = "") {
    super(`${code} ${detail}`.trim());
    this.code = code;
    this.detail = detail;
  }
}

// Puts camera images together; a shot has no jpeg when a part was lost.
export class ShotAssembler {
  #head = null;
  #jpeg = [];
  #received = 0;

  take({ kind, payload }) {
    const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
    const number = view.getUint32(0, true);
    if (kind === KIND.cameraImage) {
      const bytes = view.getUint32(4, true);
      this.#head = bytes <= MOST_JPEG_BYTES ? { number, bytes } : null;
      this.#jpeg = [];
      this.#received = 0;
    } else if (kind === KIND.cameraPart) {
      const data = payload.subarray(8);
      const fits = this.#head?.number === number && view.getUint32(4, true) === this.#received;
      if (fits && this.#received + data.length <= this.#head.bytes) {
        this.#jpeg.push(data);
        this.#received += data.length;
      }
    } else if (kind === KIND.cameraPrediction) {
      const isWhole = this.#head?.number === number && this.#received === this.#head.bytes;
      const jpeg = isWhole ? new Blob(this.#jpeg, { type: "image/jpeg" }) : null;
      this.#head = null;
      return { jpeg, prediction: readPrediction(payload.subarray(4)) };
    }
    return null;
  }
}

// A conversation with the program on a board. One request at a time.
export class Link {
  #port; #reader; #reading; #frames = new FrameReader();
  #sequence = 0;
  #arrived = [];
  #wake = () => {};
  #isLost = false;
  onFrame = () => {};

  constructor(port) {
    this.#port = port;
  }

  static async open(port, baud) {
    await port.open({ baudRate: baud, bufferSize: 16384 });
    const link = new Link(port);
    link.#reading = link.#read();
    // Both lines released, or some boards stay in reset.
    await port.setSignals({ dataTerminalReady: false, requestToSend: false });
    return link;
  }

  async close() {
    try {
      await this.#reader?.cancel();
    } catch {
      // The port is gone already.
    }
    await this.#reading;
    try {
      await this.#port.close();
    } catch {
      // As above.
    }
  }

  async #read() {
    while (this.#port.readable && !this.#isLost) {
      this.#reader = this.#port.readable.getReader();
      try {
        for (;;) {
          const { value, done } = await this.#reader.read();
          if (done) return;
          this.#frames.feed(value).forEach((frame) => this.#take(frame));
        }
      } catch (error) {
        // A framing error on the line leaves the port readable, a pulled cable does not.
        if (!this.#port.readable || error.name === "NetworkError") this.#isLost = true;
        this.#wake();
      } finally {
        this.#reader.releaseLock();
      }
    }
  }

  #take(frame) {
    if (frame.sequence === 0) {
      this.onFrame(frame);
    } else {
      this.#arrived.push(frame);
      this.#wake();
    }
  }

  async #send(kind, sequence, payload) {
    if (this.#isLost || !this.#port.writable) throw new LinkError("lost");
    const writer = this.#port.writable.getWriter();
    try {
      await writer.write(encodeFrame(kind, sequence, payload));
    } catch (error) {
      this.#isLost = true;
      throw new LinkError("lost", String(error));
    } finally {
      writer.releaseLock();
    }
  }

  // The next frame with this sequence number, or null after so many seconds.
  async #receive(sequence, seconds) {
    const deadline = performance.now() + seconds * 1000;
    for (;;) {
      while (this.#arrived.length) {
        const frame = this.#arrived.shift();
        if (frame.sequence === sequence) return frame;
      }
      if (this.#isLost) throw new LinkError("lost");
      const left = deadline - performance.now();
      if (left <= 0) return null;
      await new Promise((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, left);
      });
    }
  }

  #next() {
    this.#sequence = (this.#sequence % 0xffff) + 1;
    return this.#sequence;
  }

  async request(kind, payload, { tries = 4, seconds = 0.6 } = {}) {
    const sequence = this.#next();
    for (let attempt = 0; attempt < tries; attempt += 1) {
      await this.#send(kind, sequence, payload);
      for (let frame; (frame = await this.#receive(sequence, seconds));) {
        if (frame.kind === KIND.refusal) {
          const view = new DataView(frame.payload.buffer);
          throw new LinkError("refused", `${view.getUint16(0, true)} ${text(frame.payload.subarray(3))}`);
        }
        if (frame.version !== VERSION) throw new LinkError("version", String(frame.version));
        if (frame.kind === (kind | 0x80)) return frame.payload;
      }
    }
    throw new LinkError("silent");
  }

  // What the board is; asked for so many seconds, for it may still be starting.
  async connect(seconds = 12) {
    return readHello(await this.request(KIND.askHello, undefined, { tries: seconds * 2, seconds: 0.5 }));
  }

  // The answer to an image: Uint8Array of height * width * channels values.
  async predict(image, [height, width, channels], window) {
    const head = new DataView(new ArrayBuffer(5));
    head.setUint16(0, height, true);
    head.setUint16(2, width, true);
    head.setUint8(4, channels);
    await this.request(KIND.beginImage, new Uint8Array(head.buffer));
    await this.#upload(image, window);
    return readPrediction(await this.request(KIND.predict, undefined, { tries: 6, seconds: 10 }));
  }

  async #upload(image, window) {
    const sequence = this.#next();
    const most = Math.max(1, Math.min(PART_BYTES, window));
    let sent = 0;
    let received = 0;
    for (let silences = 0; received < image.length;) {
      while (sent < image.length && (sent === received || sent - received + most <= window)) {
        const data = image.subarray(sent, sent + most);
        const part = new Uint8Array(4 + data.length);
        new DataView(part.buffer).setUint32(0, sent, true);
        part.set(data, 4);
        await this.#send(KIND.imagePart, sequence, part);
        sent += data.length;
      }
      const frame = await this.#receive(sequence, 0.6);
      if (frame === null) {
        silences += 1;
        if (silences > 10) throw new LinkError("silent");
        // A part or its answer was lost: sending goes on where the board's image ends.
        sent = received;
      } else if (frame.kind === KIND.imagePartReceived) {
        const count = new DataView(frame.payload.buffer).getUint32(0, true);
        if (count > received && count <= image.length) {
          received = count;
          sent = Math.max(sent, received);
          silences = 0;
        }
      }
    }
  }

  // Camera images for so many seconds; 0 stops them. They come to `onFrame`.
  async watch(seconds) {
    await this.request(KIND.watch, Uint8Array.of(seconds & 0xff, seconds >> 8), { tries: 3, seconds: 10 });
  }
}
