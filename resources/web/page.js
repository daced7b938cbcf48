// SPDX-License-Identifier: Apache-2.0
// The page: flashes the board, compares it on the run's test images, then shows what it predicts.

import { FlashFailure, flash } from "./flasher.js";
import { KIND, Link, LinkError, ShotAssembler } from "./link.js";
import { language, PROBLEMS, t } from "./texts.js";

const VIRTUAL_STEPS = 0;
const STEPS_OF_A_CHIP = 2;
const WATCH_SECONDS = 10;
const RENEW_MILLISECONDS = 3000;
const LOG_CHARACTERS = 20000;
const MOST_CLASSES = 5;

const element = (id) => document.getElementById(id);
let run;
let images;
let port = null;
let link = null;
let hello = null;
let isPulled = false;
let source = null;

function show(id, isShown) {
  element(id).hidden = !isShown;
}

function say(words) {
  element("status").textContent = words;
}

function log(words) {
  const target = element("log");
  target.textContent = (target.textContent + words).slice(-LOG_CHARACTERS);
}

function explain(code, values = {}, detail = "") {
  const [happened, remedy] = PROBLEMS[code] ?? PROBLEMS.failed;
  element("happened").textContent = t(happened, values);
  element("remedy").textContent = t(remedy, values);
  element("detail-text").textContent = detail;
  show("detail", Boolean(detail));
  show("problem", true);
  show("progress", false);
  say("");
}

function named(error) {
  if (error instanceof FlashFailure) return [error.code, error.values, error.detail];
  if (isPulled || (error instanceof LinkError && error.code === "lost")) return ["lost", {}, error.detail ?? ""];
  if (error instanceof LinkError) {
    const [status] = error.detail.split(" ");
    return [error.code, { status }, error.detail];
  }
  if (error?.name === "NetworkError" || error?.name === "InvalidStateError") return ["busy", {}, String(error)];
  return ["failed", {}, String(error?.stack ?? error)];
}

// The port that the person chooses; null when none was.
async function chosenPort() {
  try {
    return await navigator.serial.requestPort();
  } catch (error) {
    if (error.name !== "NotFoundError") throw error;
    say(t("No port was chosen. If your board is not in the browser's list, try another cable: many only charge."));
    return null;
  }
}

async function work(doing) {
  ["flash", "connect"].forEach((id) => { element(id).disabled = true; });
  show("problem", false);
  isPulled = false;
  try {
    await disconnect();
    port = await chosenPort();
    if (!port) return;
    port.addEventListener("disconnect", pulled);
    await doing();
  } catch (error) {
    await disconnect();
    explain(...named(error));
  } finally {
    show("progress", false);
    ["flash", "connect"].forEach((id) => { element(id).disabled = false; });
  }
}

function pulled() {
  isPulled = true;
  if (link) fail(new LinkError("lost"));
}

async function flashAndCheck() {
  const parts = await flashParts();
  show("progress", true);
  onProgress(0);
  await flash(port, run, parts, {
    onStatus: (words) => say(t(words)),
    onProgress,
    onLog: log,
    isLost: () => isPulled,
  });
  show("progress", false);
  await connectAndCheck();
}

function onProgress(fraction) {
  const percent = Math.floor(fraction * 100);
  element("bar").value = percent;
  element("percent").textContent = `${percent} %`;
}

async function connectAndCheck() {
  say(t("Waiting for the board's program"));
  link = await Link.open(port, run.link.baud);
  link.onFrame = takeFrame;
  hello = await link.connect();
  log(`${hello.profile}: ${hello.firmware}, ${hello.runtime}\n`);
  if (hello.status !== 0) throw new LinkError("refused", String(hello.status));
  if (hello.modelSha256 !== run.model.sha256) throw new FlashFailure("other-model");
  show("disconnect", true);
  await compare();
  show("live", true);
  show("camera", hello.hasCamera);
  say(t("The board is connected."));
}

// Sends each test image through the board and compares its scores with those of the file.
async function compare() {
  const { shape, labels } = run.model;
  const bytes = shape[0] * shape[1] * shape[2];
  const list = element("images");
  list.replaceChildren();
  show("check", true);
  let agreed = 0;
  for (const [number, expected] of run.images.scores.entries()) {
    say(t("Comparing test image {number} of {count}", { number: number + 1, count: run.images.scores.length }));
    const image = images.subarray(number * bytes, (number + 1) * bytes);
    const prediction = await link.predict(image, shape, hello.window);
    const agrees = isSame(prediction, expected);
    agreed += agrees ? 1 : 0;
    const item = document.createElement("li");
    const canvas = document.createElement("canvas");
    paint(canvas, image);
    const name = document.createElement("span");
    name.textContent = labels[highest(prediction.scores)];
    name.className = agrees ? "good" : "bad";
    item.title = t(agrees ? "The board and the file agree." : "The board and the file differ.");
    item.append(canvas, name);
    list.append(item);
    element("agreement").textContent = t("board agrees {agreed}/{count}", { agreed, count: number + 1 });
  }
  const isWhole = agreed === run.images.scores.length;
  element("agreement").className = `badge ${isWhole ? "good" : "bad"}`;
  if (!isWhole) explain("disagree", { agreed, count: run.images.scores.length });
}

// Scores of a real chip may be two steps apart: its kernels round in another order.
function isSame({ scores, top }, expected) {
  if (scores.length !== expected.length) return false;
  const allowed = hello.isVirtual ? VIRTUAL_STEPS : STEPS_OF_A_CHIP;
  const steps = Math.max(...scores.map((score, at) => Math.abs(score - expected[at])));
  const isSure = run.model.sure_score === null || Math.max(...scores) >= run.model.sure_score;
  return steps <= allowed && highest(scores) === highest(expected) && (top.length > 0) === isSure;
}

const highest = (scores) => scores.indexOf(Math.max(...scores));

function paint(canvas, image) {
  const [height, width, channels] = run.model.shape;
  canvas.width = width;
  canvas.height = height;
  const pixels = new ImageData(width, height);
  for (let at = 0; at < width * height; at += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      pixels.data[4 * at + channel] = image[at * channels + (channels === 3 ? channel : 0)];
    }
    pixels.data[4 * at + 3] = 255;
  }
  canvas.getContext("2d").putImageData(pixels, 0, 0);
}

// What the network is given of a picture: the square in its middle, in the size and colors of the model.
function squareOf(picture, pictureWidth, pictureHeight) {
  const [height, width, channels] = run.model.shape;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  const side = Math.min(pictureWidth, pictureHeight);
  const [left, top] = [(pictureWidth - side) / 2, (pictureHeight - side) / 2];
  context.drawImage(picture, left, top, side, side, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const image = new Uint8Array(width * height * channels);
  for (let at = 0; at < width * height; at += 1) {
    const [red, green, blue] = data.subarray(4 * at, 4 * at + 3);
    if (channels === 3) image.set([red, green, blue], 3 * at);
    else image[at] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  }
  return image;
}

function showAnswer({ scores, top, totalMicroseconds }) {
  const { labels, output } = run.model;
  const probabilities = scores.map((score) => (score - output.zero_point) * output.scale);
  const order = scores.map((_, at) => at).sort((one, other) => scores[other] - scores[one] || one - other);
  show("seen", true);
  element("answer").textContent = top.length ? labels[top[0]] : t("Not sure");
  element("view").setAttribute("aria-label", element("answer").textContent);
  element("classes").replaceChildren(...order.slice(0, MOST_CLASSES).map((at) => {
    const item = document.createElement("li");
    const [name, bar, value] = ["span", "i", "b"].map((kind) => document.createElement(kind));
    name.textContent = labels[at];
    bar.style.width = `${Math.max(0, Math.min(1, probabilities[at])) * 100}%`;
    value.textContent = new Intl.NumberFormat(language, { style: "percent" }).format(probabilities[at]);
    item.append(name, bar, value);
    return item;
  }));
  const milliseconds = (totalMicroseconds / 1000).toFixed(0);
  element("time").textContent = hello.isVirtual ? t("A virtual board, simulated on a computer.")
    : t("The board took {milliseconds} ms.", { milliseconds });
}

// One source of images at a time; `begin` gets a function that says whether it is still wanted.
async function live(begin) {
  await stopLive();
  const own = Symbol("source");
  source = own;
  show("problem", false);
  show("stop", true);
  try {
    await begin(() => source === own);
  } catch (error) {
    if (source === own || isPulled) await fail(error);
  } finally {
    if (source === own) await stopLive();
  }
}

async function fail(error) {
  source = null;
  const problem = named(error);
  if (problem[0] === "lost" || problem[0] === "silent") await disconnect();
  explain(...problem);
}

let cleanUp = async () => {};
async function stopLive() {
  source = null;
  const clean = cleanUp;
  cleanUp = async () => {};
  show("stop", false);
  await clean();
}

const assembler = new ShotAssembler();
function takeFrame(frame) {
  if (frame.kind === KIND.logLine) log(`${new TextDecoder().decode(frame.payload.subarray(1))}\n`);
  if (frame.kind === KIND.pinChanged) log(`GPIO ${frame.payload[0]}: ${frame.payload[1]}\n`);
  if (frame.kind === KIND.actionLine) log(`${new TextDecoder().decode(frame.payload.subarray(2))}\n`);
  const isShot = [KIND.cameraImage, KIND.cameraPart, KIND.cameraPrediction].includes(frame.kind);
  const shot = isShot ? assembler.take(frame) : null;
  if (shot) showShot(shot);
}

async function showShot({ jpeg, prediction }) {
  if (jpeg) {
    const picture = await createImageBitmap(jpeg);
    const canvas = element("view");
    [canvas.width, canvas.height] = [picture.width, picture.height];
    canvas.getContext("2d").drawImage(picture, 0, 0);
    picture.close();
  }
  showAnswer(prediction);
}

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

async function fromBoard(isWanted) {
  cleanUp = async () => { await link?.watch(0); };
  while (isWanted()) {
    await link.watch(WATCH_SECONDS);
    await pause(RENEW_MILLISECONDS);
  }
}

async function fromComputer(isWanted) {
  const video = document.createElement("video");
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: true });
  } catch (error) {
    explain("no-camera", {}, String(error));
    return;
  }
  cleanUp = async () => { stream.getTracks().forEach((track) => track.stop()); };
  video.srcObject = stream;
  video.muted = true;
  await video.play();
  while (isWanted()) await classify(squareOf(video, video.videoWidth, video.videoHeight));
}

async function fromFile(file) {
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch (error) {
    explain("no-image", { name: file.name }, String(error));
    return;
  }
  await classify(squareOf(picture, picture.width, picture.height));
  picture.close();
}

async function classify(image) {
  paint(element("view"), image);
  showAnswer(await link.predict(image, run.model.shape, hello.window));
}

async function disconnect() {
  const old = link;
  [link, hello, source] = [null, null, null];
  cleanUp = async () => {};
  ["disconnect", "live", "stop"].forEach((id) => show(id, false));
  await old?.close();
}

// The parts of flash.bin, checked: a server may have sent half of it.
async function flashParts() {
  const file = await fetched(run.flash.file);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", file));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (sha256 !== run.flash.sha256) throw new FlashFailure("incomplete", { name: run.flash.file });
  return run.flash.parts.map((part) => ({ ...part, data: file.slice(part.offset, part.offset + part.bytes) }));
}

async function fetched(name) {
  let answer;
  try {
    answer = await fetch(name, { cache: "no-cache" });
  } catch (error) {
    throw new FlashFailure("incomplete", { name }, String(error));
  }
  if (!answer.ok) throw new FlashFailure("incomplete", { name }, `${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

function translatePage() {
  document.documentElement.lang = language;
  document.querySelectorAll("[data-text]").forEach((one) => { one.textContent = t(one.textContent); });
}

// What keeps this browser from a serial port, if anything does.
function obstacle() {
  if (!window.isSecureContext) return "insecure";
  return "serial" in navigator ? "" : "no-web-serial";
}

async function begin() {
  translatePage();
  if (obstacle()) explain(obstacle(), { host: location.host });
  try {
    run = JSON.parse(new TextDecoder().decode(await fetched("run.json")));
    images = await fetched(run.images.file);
  } catch (error) {
    explain(...named(error));
    return;
  }
  document.title = `${run.board}: ${run.model.labels.join(", ")}`;
  element("board").textContent = run.board;
  element("about").textContent = t("It recognizes: {labels}.", { labels: run.model.labels.join(", ") });
  if (obstacle()) return;
  element("flash").addEventListener("click", () => work(flashAndCheck));
  element("connect").addEventListener("click", () => work(connectAndCheck));
  element("disconnect").addEventListener("click", async () => { await stopLive(); await disconnect(); say(""); });
  element("camera").addEventListener("click", () => live(fromBoard));
  element("webcam").addEventListener("click", () => live(fromComputer));
  element("stop").addEventListener("click", stopLive);
  element("file").addEventListener("change", ({ target }) => {
    const [file] = target.files;
    if (file) live(() => fromFile(file));
    target.value = "";
  });
  ["flash", "connect"].forEach((id) => { element(id).disabled = false; });
}

begin();
