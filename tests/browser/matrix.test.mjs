// The matrix that a report of a dense network offers beside the lines.

import assert from "node:assert/strict";
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {before, describe, it} from "node:test";

import {reportOf} from "./browser.mjs";
import {audit, pagesOf, visible} from "./support.mjs";

const ACTORS = 14;
const {on, reports} = pagesOf();

before(() => {
  const folder = join(process.env.SCRATCH, "dense-data");
  mkdirSync(folder, {recursive: true});
  const rows = [];
  for (let a = 0; a < ACTORS; ++a)
    for (let b = a + 1; b < ACTORS; ++b)
      if ((a * b + a + b) % 4) rows.push(`p${a},p${b},${a % 2 === b % 2 ? "+" : "-"}`);
  writeFileSync(join(folder, "ties.csv"), `source,target,sign\n${rows.join("\n")}\n`);
  reports.dense = reportOf(folder);
});

describe("the matrix of a dense network", () => {
  const matrix = 'figure.drawing[data-name="matrix"]';

  it("is the second figure to choose, and follows the filters",
     () => on("dense", async (page) => {
       const names = await page.locator("#figure-choice option").allInnerTexts();
       assert.equal(names.indexOf("Matrix"), 1);
       await page.locator("#figure-choice").selectOption("Matrix");
       const cells = await visible(page, `${matrix} g.edge`);
       assert.ok(cells > ACTORS);
       await page.locator("#filters > summary").click();
       await page.locator('input[data-of="signs"][data-value="negative"]').uncheck();
       const kept = await visible(page, `${matrix} g.edge`);
       assert.ok(kept > 0 && kept < cells, `${kept} of ${cells}`);
       assert.match(page.url(), /figure=1/);
     }));

  it("opens the card of an actor and leaves axe-core nothing serious to find",
     () => on("dense", async (page) => {
       await page.locator(`${matrix} g.node circle`).first().click();
       assert.ok(await page.getByRole("dialog").isVisible());
       await page.mouse.move(1, 1);
       assert.deepEqual(await audit(page), []);
     }, {hash: "#?figure=1", bypassCSP: true}));
});
