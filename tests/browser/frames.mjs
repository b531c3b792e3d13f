// How many frames a second the figure of 300 actors shows while it is dragged and zoomed: a measurement, no
// test. `ENTENTE=… SCRATCH=… node frames.mjs [ACTORS]`, on a machine that does nothing else.

import {writeFileSync} from "node:fs";
import {join} from "node:path";

import {launch, open, reportOf} from "./browser.mjs";

const actors = Number(process.argv[2] ?? 300);

// Random ties, as many as 7/3 of the actors, the same each time.
function ties() {
  let state = 1;
  const random = (most) => (state = (state * 48271) % 2147483647) % most;
  const rows = ["source,target,sign"];
  for (let i = 0; i < (actors * 7) / 3; ++i)
    rows.push(`n${random(actors)},n${(random(actors - 1) + i) % actors},${random(4) ? "+" : "-"}`);
  const file = join(process.env.SCRATCH, `frames-${actors}.csv`);
  writeFileSync(file, rows.join("\n") + "\n");
  return file;
}

// Frames a second and the longest wait for one, while `move` runs for `steps` steps.
async function framesOf(page, steps, move) {
  await page.evaluate(() => {
    globalThis.frames = [];
    const note = (time) => {
      globalThis.frames.push(time);
      globalThis.watch = requestAnimationFrame(note);
    };
    globalThis.watch = requestAnimationFrame(note);
  });
  for (let step = 0; step < steps; ++step) await move(step);
  const times = await page.evaluate(() => {
    cancelAnimationFrame(globalThis.watch);
    return globalThis.frames;
  });
  const waits = times.slice(1).map((time, i) => time - times[i]).sort((a, b) => a - b);
  const span = times.at(-1) - times[0];
  return {
    frames: ((times.length - 1) / span * 1000).toFixed(1),
    median: waits[waits.length >> 1].toFixed(1),
    longest: waits.at(-1).toFixed(1)
  };
}

const browser = await launch();
const {page} = await open(browser, reportOf(ties()));
const box = await page.locator("svg").first().boundingBox();
const x = box.x + box.width / 2, y = Math.min(box.y + box.height / 2, 500);
await page.mouse.move(x, y);
for (let i = 0; i < 4; ++i) await page.mouse.wheel(0, -240);
await page.waitForTimeout(500);
console.log("zoom", await framesOf(page, 60, async (step) => {
              await page.mouse.wheel(0, step % 20 < 10 ? -60 : 60);
              await page.waitForTimeout(16);
            }));
await page.mouse.down();
console.log("drag", await framesOf(page, 120, async (step) => {
              await page.mouse.move(x + 150 * Math.sin(step / 10), y + 100 * Math.cos(step / 10));
              await page.waitForTimeout(16);
            }));
await page.mouse.up();
await browser.close();
