// The slices of time in the page, against what the program writes beside it.

import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {before, describe, it} from "node:test";

import {answerOf, reportOf} from "./browser.mjs";
import {audit, dataOf, pagesOf, visible} from "./support.mjs";

const {on, reports} = pagesOf();
before(() => {
  reports.powers = reportOf("data/great-powers-1872-1907", "--timeline", "year");
});

async function table(name) {
  const text = await readFile(reports.powers.replace("report.html", `timeline/${name}.csv`), "utf8");
  const [header, ...rows] = text.trim().split(/\r?\n/).map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i]])));
}

const words = (page) => page.locator("#slice-words").innerText();

describe("the slider of time", () => {
  it("goes through the slices by keys, figure and tables following",
     () => on("powers", async (page) => {
       const slices = await table("slices"), actors = await table("actors");
       assert.match(await words(page), /all of time/);
       const slider = page.getByRole("slider", {name: "Time"});
       assert.equal(Number(await slider.getAttribute("max")), slices.length);
       await slider.focus();
       for (const at of [0, 1, 2]) {
         await page.keyboard.press("ArrowRight");
         const active = actors.filter((row) => row.from === slices[at].from && row.active === "true");
         const text = await words(page);
         assert.match(text, new RegExp(`^${slices[at].from.slice(0, 4)}: ${active.length} actors?, `));
         assert.match(text, new RegExp(`frustration ${slices[at].frustration}$`));
         assert.equal(await slider.getAttribute("aria-valuetext"), text);
         assert.equal(await visible(page, "figure.drawing:not([hidden]) g.node"), active.length);
         assert.equal(await visible(page, "#actor-table tbody tr"), active.length);
         assert.equal(await visible(page, "#tie-table tbody tr"), Number(slices[at].ties));
         const degrees =
             await page.locator("#slice-actors tbody tr")
                 .evaluateAll(
                     (rows) => Object.fromEntries(rows.map(
                         (row) => [row.cells[0].textContent, [...row.cells].map((c) => c.textContent)])));
         for (const row of active) assert.ok(degrees[row.label].includes(row.degree), row.label);
       }
       await page.keyboard.press("Home");
       assert.match(await words(page), /all of time/);
       assert.equal(await page.locator("#slice-actors").count(), 0);
     }));

  it("shows the frustrated tie of 1906, and none in 1907",
     () => on("powers", async (page) => {
       assert.match(await words(page), /^1906: .*frustration 1$/);
       assert.ok(await page.locator("figure.drawing:not([hidden]) g.edge.against:not(.away)").count() >= 1);
       assert.equal(await page.locator("#slice-table tr.chosen th").innerText(), "1906");
       await page.getByRole("button", {name: "Later"}).click();
       assert.match(await words(page), /^1907: .*frustration 0$/);
       assert.equal(await page.locator("figure.drawing:not([hidden]) g.edge.against:not(.away)").count(), 0);
       assert.match(page.url(), /time=1907/);
     }, {hash: "#?time=1906"}));

  it("colors actors by their community in the slice",
     () => on("powers", async (page) => {
       const data = await dataOf(page);
       const at = data.timeline.slices.findIndex((slice) => slice.label === "1880");
       const here = data.timeline.slices[at].actors;
       await page.locator("#color").selectOption("community");
       const fills = await page.locator("figure.drawing:not([hidden]) g.node")
                         .evaluateAll(
                             (nodes) => Object.fromEntries(nodes.map(
                                 (node) => [node.dataset.id, node.querySelector(".shape").style.fill])));
       const byCommunity = new Map();
       here.actor.forEach((i, place) => {
         const fill = fills[data.actors.id[i]];
         if (!byCommunity.has(here.community[place])) byCommunity.set(here.community[place], fill);
         assert.equal(fill, byCommunity.get(here.community[place]), data.actors.id[i]);
       });
       assert.equal(new Set(byCommunity.values()).size, byCommunity.size);
     }, {hash: "#?time=1880"}));

  it("has the card and the legend say what of them is of the slice",
     () => on("powers", async (page) => {
       const data = await dataOf(page);
       const slice = data.timeline.slices.find(({label}) => label === "1906");
       const at = data.timeline.measures.indexOf("degree");
       const i = slice.actors.actor[0], degree = slice.actors.values[at][0];
       await page.locator(`#actor-table a[href="#actor-${i}"]`).click();
       const here = page.locator("#slice-of-actor");
       assert.match(await here.locator("caption").innerText(), /^In 1906, with the rank among \d+ actors/);
       assert.equal(await here.locator("tbody tr").nth(at).locator("td").first().innerText(), String(degree));
       assert.match(await page.getByRole("dialog").innerText(), /Measures over all of time/);
       const slider = page.getByRole("slider", {name: "Time"});
       await slider.focus();
       await page.keyboard.press("ArrowRight");
       assert.match(await here.locator("caption").innerText(), /^In 1907/);
       assert.ok(await slider.evaluate((element) => element === document.activeElement));
       await page.keyboard.press("Home");
       assert.equal(await here.count(), 0);
       await page.keyboard.press("End");
       const legend = page.locator("#legend");
       const position = (name) => data.measures.findIndex((measure) => measure.name === name);
       await page.locator("#size").selectOption(String(position("degree")));
       assert.match(await legend.innerText(), /Size: .*in 1907/i);
       const other = data.measures.findIndex(({name}) => !data.timeline.measures.includes(name));
       await page.locator("#color").selectOption(String(other));
       assert.match(await legend.innerText(), /Color: .*over all of time/i);
     }, {hash: "#?time=1906"}));

  it("is chosen from the table of slices too",
     () => on("powers", async (page) => {
       await page.locator("#slice-5").getByRole("button").press("Enter");
       const label = await page.locator("#slice-5 th").innerText();
       assert.ok((await words(page)).startsWith(`${label}: `));
     }));

  it("has its table without the script",
     () => on("powers", async (page) => {
       const slices = await table("slices");
       assert.equal(await page.locator("#slice-table tbody tr").count(), slices.length);
       assert.match(await page.locator("#time").innerText(), /timeline\.svg/);
     }, {javaScriptEnabled: false}));

  for (const colorScheme of ["light", "dark"])
    it(`leaves axe-core nothing serious to find, ${colorScheme}`,
       () => on("powers", async (page) => {
         assert.deepEqual(await audit(page), []);
       }, {colorScheme, hash: "#actor-0?time=1906", bypassCSP: true}));
});

describe("the card of a leading actor", () => {
  it("says what its place rests on, as entente explain does",
     () => on("powers", async (page) => {
       const data = await dataOf(page);
       const [first] = data.explanations;
       const told = answerOf(
           "explain", "data/great-powers-1872-1907", data.actors.id[first.actor], "-m", first.measure);
       await page.locator(`#actor-table a[href="#actor-${first.actor}"]`).click();
       const card = page.getByRole("dialog");
       assert.ok((await card.innerText()).includes(told.sentence));
       const parts =
           await card.locator("table.rests")
               .first()
               .locator("tbody tr")
               .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
       assert.equal(parts.length, Math.min(told.parts.length, 5));
       const last = (cells) => cells[cells.length - 1];
       assert.deepEqual(
           parts.map((cells) => Number(last(cells))),
           told.parts.slice(0, 5).map((part) => part.rank_without));
       assert.ok((await page.locator("#actors").innerText()).includes(told.sentence));
     }));
});
