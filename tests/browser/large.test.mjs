// A page of 10,000 actors and 30,000 ties: small enough to send, quick enough to use.

import assert from "node:assert/strict";
import {mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {before, describe, it} from "node:test";

import {reportOf} from "./browser.mjs";
import {audit, dataOf, pagesOf, visible} from "./support.mjs";

const ACTORS = 10000, TIES = 30000;
const {on, reports} = pagesOf();

// Numbers below `limit`, the same on every run (Park & Miller 1988).
function numbers(seed) {
  let state = seed;
  return (limit) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
}

function writeData(folder) {
  mkdirSync(folder, {recursive: true});
  const below = numbers(7);
  const kinds = ["group", "leader", "state"], relations = ["allied", "funds", "opposes"];
  const actors = Array.from({length: ACTORS}, (_, i) => `a${i},Actor number ${i},${kinds[below(3)]}`);
  writeFileSync(join(folder, "actors.csv"), `id,label,kind\n${actors.join("\n")}\n`);
  const known = new Set(), rows = [], ends = [];
  while (rows.length < TIES) {
    const a = below(ACTORS), b = ends.length && below(2) ? ends[below(ends.length)] : below(ACTORS);
    const pair = Math.min(a, b) * ACTORS + Math.max(a, b);
    if (a === b || known.has(pair)) continue;
    known.add(pair);
    ends.push(a, b);
    const year = 1950 + below(70);
    rows.push(`a${a},a${b},${relations[below(3)]},${below(4) ? "+" : "-"},${year}-0${1 + below(9)},${
        year + below(6)},0.${6 + below(4)},s${below(50)}`);
  }
  const header = "source,target,relation,sign,start,end,confidence,citation";
  writeFileSync(join(folder, "ties.csv"), `${header}\n${rows.join("\n")}\n`);
}

before(() => {
  const folder = join(process.env.SCRATCH, "large-data");
  writeData(folder);
  reports.large = reportOf(folder, "--runs", "1");
});

describe("a page of 10,000 actors and 30,000 ties", () => {
  it("is smaller than 5 MB and holds every actor and tie",
     () => on("large", async (page) => {
       const {size} = statSync(reports.large);
       assert.ok(size < 5_000_000, `${size} bytes`);
       const data = await dataOf(page);
       assert.equal(data.actors.id.length, ACTORS);
       assert.equal(data.ties.source.length, TIES);
       assert.equal(await page.locator("figure.drawing g.node").count(), ACTORS);
       assert.ok(await page.locator("figure.drawing path.gathered").count() >= TIES / 400);
     }));

  it("stands without its script", () => on("large", async (page) => {
                                    assert.ok(await page.locator("figure.drawing svg").isVisible());
                                    assert.equal(await visible(page, "#actor-table tbody tr"), 500);
                                    assert.match(
                                        await page.locator("#actors .notice").innerText(),
                                        /first 500 of 10,000 actors; centrality.csv/);
                                  }, {javaScriptEnabled: false}));

  it("pages and sorts all rows of its tables",
     () => on("large", async (page) => {
       const data = await dataOf(page);
       const words = page.locator("#actors .pages > span");
       assert.equal(await words.innerText(), "1–100 of 10,000");
       assert.equal(await visible(page, "#actor-table tbody tr"), 100);
       await page.getByRole("button", {name: "Last page of the table"}).first().click();
       assert.equal(await words.innerText(), "9,901–10,000 of 10,000");
       assert.match(await page.locator("#actor-table tbody tr").last().innerText(), /Actor number 9999/);
       const degree = page.locator("#actor-table thead th", {hasText: /^degree/});
       await degree.getByRole("button").click();
       const most = Math.max(...data.measures.find((measure) => measure.name === "degree").values.words);
       const column = await degree.evaluate((th) => th.cellIndex);
       assert.equal(
           await page.locator("#actor-table tbody tr").first().locator("td").nth(column - 1).innerText(),
           String(most));
       assert.equal(await degree.getAttribute("aria-sort"), "descending");
       await page.locator("#tie-table tbody tr").last().locator("a.tie").click();
       assert.equal(await page.locator("#card-title").count(), 1);
     }));

  it("raises the ties of the actor under the pointer, and filters them",
     () => on("large", async (page) => {
       const data = await dataOf(page);
       const touching = (i) =>
           data.ties.source.filter((s, row) => s === i || data.ties.target[row] === i).length;
       await page.evaluate(
           () => document.querySelector('g.node[data-id="a17"]')
                     .dispatchEvent(new PointerEvent("pointerover", {bubbles: true})));
       const lines = async (selector) =>
           (await page.locator(selector).evaluateAll(
                (paths) => paths.map((path) => path.getAttribute("d")).join("")))
               .split("M")
               .length -
           1;
       assert.equal(await lines("g.over path"), touching(17));
       await page.locator("#filters > summary").click();
       await page.locator('input[data-of="signs"][data-value="negative"]').uncheck();
       const kept = data.ties.sign.rows.filter((word) => data.ties.sign.words[word] >= 0).length;
       assert.equal(await lines("g.ties path.gathered"), kept);
       assert.match(
           await page.locator("#ties .pages > span").innerText(),
           new RegExp(`of ${kept.toLocaleString("en")}`));
       await page.locator('input[data-of="signs"][data-value="negative"]').check();
       assert.equal(await lines("g.ties path.gathered"), TIES);
     }));

  it("opens the card of the tie that is clicked",
     () => on("large", async (page) => {
       const point = await page.evaluate(() => {
         const path = document.querySelector("g.ties path.gathered");
         const [x, y, dx, dy] =
             path.getAttribute("d").match(/^M(-?\d+) (-?\d+)l(-?\d+) (-?\d+)/).slice(1).map(Number);
         for (let part = 0.1; part < 0.9; part += 0.01) {
           const at = new DOMPoint(x + part * dx, y + part * dy).matrixTransform(path.getScreenCTM());
           const there = document.elementFromPoint(at.x, at.y);
           if (there && there.closest("svg") === path.ownerSVGElement && !there.closest("g.node"))
             return [at.x, at.y];
         }
         return null;
       });
       assert.ok(point);
       await page.mouse.click(...point);
       assert.match(await page.locator("#card-title").innerText(), /Actor number \d+ – Actor number \d+/);
     }));

  it("prints its leading rows only", () => on("large", async (page) => {
                                       const pdf = await page.pdf({format: "A4"});
                                       const sheets =
                                           pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
                                       assert.ok(sheets <= 20, `${sheets} pages`);
                                     }));

  it("leaves axe-core nothing serious to find beside the figure",
     () => on("large", async (page) => {
       await page.evaluate(
           () => document.querySelector("figure.drawing").remove());  // its 10,000 actors take minutes
       assert.deepEqual(await audit(page), []);
     }, {bypassCSP: true}));

  it("asks nothing of the network", () => {
    const page = readFileSync(reports.large, "utf8");
    assert.match(page, /default-src 'none'/);
    assert.doesNotMatch(page, /(?:src|href)="https?:/);
  });
});
