// A headless Chromium and pages in it that write down everything they should not do.

import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {chromium} from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const binary = process.env.ENTENTE;
const scratch = process.env.SCRATCH;
const root = join(here, "..", "..");

// report.html of a data set, made by entente analyze with these words more; the path of the page.
export function reportOf(data, ...words) {
  const folder = join(scratch, String(process.pid), data.split("/").pop());
  mkdirSync(folder, {recursive: true});
  execFileSync(
      binary, ["analyze", resolve(root, data), "-o", folder, "--quiet", ...words],
      {cwd: scratch, stdio: ["ignore", "pipe", "inherit"]});
  return join(folder, "report.html");
}

// What a command of the program prints with --format json.
export function answerOf(command, data, ...words) {
  const out = execFileSync(binary, [command, join(root, data), ...words, "--format", "json"], {cwd: scratch});
  return JSON.parse(out);
}

// Debian's and the usual other places.
const executable = process.env.CHROMIUM ||
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

// Milliseconds; a machine that compiles beside the tests is slow.
const patience = 180_000;

export function launch() {
  const calm = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"
  ];
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];  // root cannot have one
  return chromium.launch({timeout: patience, executablePath: executable, args: [...calm, ...sandbox]});
}

// A page with the report opened, and what went wrong in it: console messages, exceptions, requests other than
// for the file, dialogs.
export async function open(browser, file, options = {}) {
  const {hash = "", ...settings} = options;
  const context =
      await browser.newContext({viewport: {width: 1200, height: 900}, acceptDownloads: true, ...settings});
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const wrongs = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) wrongs.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrongs.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address && !/^(blob|data):/.test(request.url()))
      wrongs.push(`request: ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    wrongs.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("popup", (popup) => wrongs.push(`popup: ${popup.url()}`));
  await page.goto(address + hash);
  return {page, wrongs, close: () => context.close()};
}
