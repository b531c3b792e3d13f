// Questions that a reader asks of the network in the page, against what the program answers.

import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {describe, it} from "node:test";

import {answerOf} from "./browser.mjs";
import {audit, dataOf, pagesOf, saved, visible} from "./support.mjs";

const {on, reports} = pagesOf("data/jerusalem-axis", "data/florentine-families", "data/highland-tribes");

const box = (page, key) => page.locator(`[data-actor="${key}"]`);

async function name(page, key, label) {
  await box(page, key).fill(label);
  await box(page, key).press("Tab");
}

const openPanel = (page) => page.locator("#explorer > summary").click();
const shownNodes = (page) => visible(page, "figure.drawing:not([hidden]) g.node");

describe("paths between two actors", () => {
  for (const [from, to] of [["acciaiuoli", "pazzi"], ["strozzi", "tornabuoni"], ["bischeri", "ginori"]]) {
    it(`are as many and as long as entente path finds from ${from} to ${to}`,
       () => on("florentine-families", async (page) => {
         const expected = answerOf("path", "data/florentine-families", from, to);
         const {actors} = await dataOf(page);
         await openPanel(page);
         await name(page, "path-from", actors.label[actors.id.indexOf(from)]);
         await name(page, "path-to", actors.label[actors.id.indexOf(to)]);
         const text = await page.locator("#path-answer > p").first().innerText();
         const steps = `${expected.distance} step${expected.distance === 1 ? "" : "s"}`;
         assert.equal(
             text,
             expected.count === 1 ? `One shortest path, ${steps}:` :
                                    `${expected.count} shortest paths, ${steps} each:`);
         const written = await page.locator("#path-answer ol > li")
                             .evaluateAll(
                                 (items) => items.map(
                                     (li) => [...li.querySelectorAll('a[href^="#actor-"]')].map(
                                         (a) => Number(a.hash.slice("#actor-".length)))));
         const ids = written.map((path) => path.map((i) => actors.id[i]).join(" ")).sort();
         assert.deepEqual(ids, expected.paths.map((path) => path.actors.join(" ")).sort());
         const raised = await page.locator("figure.drawing:not([hidden]) g.node.near").count();
         assert.equal(raised, new Set(expected.paths.flatMap((path) => path.actors)).size);
       }));
  }

  it("follow the direction and leave hostile ties out, until the reader asks otherwise",
     () => on("jerusalem-axis", async (page) => {
       const {actors} = await dataOf(page);
       const label = (id) => actors.label[actors.id.indexOf(id)];
       await openPanel(page);
       await name(page, "path-from", label("iran"));
       await name(page, "path-to", label("israel"));
       const without = answerOf("path", "data/jerusalem-axis", "iran", "israel");
       const text = await page.locator("#path-answer").innerText();
       assert.equal(/No path leads/.test(text), !without.connected);
       await page.locator("#explore-signs").selectOption("all");
       const all = answerOf("path", "data/jerusalem-axis", "iran", "israel", "--ties", "all");
       assert.ok(all.connected);
       assert.match(
           await page.locator("#path-answer").innerText(),
           all.count === 1 ? /One shortest path/ : new RegExp(`^${all.count} shortest paths`));
       assert.match(await page.locator("#path-answer .step").first().innerText(), /negative/);
       await page.locator("#explore-directed").uncheck();
       await name(page, "path-from", label("israel"));
       await name(page, "path-to", label("iran"));
       const back =
           answerOf("path", "data/jerusalem-axis", "israel", "iran", "--ties", "all", "--undirected");
       assert.match(await page.locator("#path-answer").innerText(), new RegExp(`${back.distance} step`));
     }));

  it("say so for a name that nobody has",
     () => on("florentine-families", async (page) => {
       await openPanel(page);
       await name(page, "path-from", "Nobody at all");
       assert.equal(await box(page, "path-from").getAttribute("aria-invalid"), "true");
       assert.equal(await page.locator("#path-answer").innerText(), "");
     }));
});

describe("an actor's surroundings", () => {
  for (const depth of [1, 2, 3]) {
    it(`within ${depth} are those of entente ego`,
       () => on("florentine-families", async (page) => {
         const expected = answerOf("ego", "data/florentine-families", "ginori", "--radius", String(depth));
         await openPanel(page);
         await name(page, "around", "Ginori");
         await page.locator("#depth").selectOption(String(depth));
         const drawn = await page.locator("figure.drawing:not([hidden]) g.node:not(.away)")
                           .evaluateAll((nodes) => nodes.map((node) => node.dataset.id));
         assert.deepEqual(
             drawn.sort(),
             expected.actors.map((actor) => actor.id)
                 .concat("ginori")
                 .filter((id, i, all) => all.indexOf(id) === i)
                 .sort());
         assert.equal(await visible(page, "#actor-table tbody tr"), drawn.length);
       }));
  }
});

describe("an actor taken out", () => {
  const numbers = (page) =>
      page.locator("#removal-table tbody tr")
          .evaluateAll(
              (rows) => Object.fromEntries(rows.map((row) => [row.cells[0].textContent, [
                                                      row.cells[1].textContent, row.cells[2].textContent
                                                    ]])));

  it("fragments the network as entente keyplayers says",
     () => on("jerusalem-axis", async (page) => {
       const {actors} = await dataOf(page);
       const expected = answerOf("keyplayers", "data/jerusalem-axis", "-k", "1");
       const [best] = expected.sets;
       await openPanel(page);
       await name(page, "without", actors.label[actors.id.indexOf(best.actors[0])]);
       const told = await numbers(page);
       const share = (value) => `${Number((100 * value).toPrecision(4))} %`;
       assert.deepEqual(
           told["pairs disconnected"], [share(expected.before.fragmentation), share(best.fragmentation)]);
       assert.deepEqual(told.components.map(Number), [expected.before.components, best.components]);
       assert.deepEqual(told.actors.map(Number), [actors.id.length, actors.id.length - 1]);
       assert.equal(await shownNodes(page), actors.id.length - 1);
       await page.getByRole("button", {name: /^Put .* back$/}).press("Enter");
       assert.equal(await shownNodes(page), actors.id.length);
       assert.equal(await page.locator("#removal-table").count(), 0);
     }));

  it("is named, with who is cut off from the largest part",
     () => on("florentine-families", async (page) => {
       await openPanel(page);
       await name(page, "without", "Medici");
       assert.match(
           await page.locator("#without-answer").innerText(), /Cut off from the largest part \(\d+\): /);
       assert.match(await page.locator("#without-list").innerText(), /Medici/);
     }));
});

describe("questions", () => {
  it("are kept in the address and asked again by it",
     () => on("jerusalem-axis", async (page) => {
       await openPanel(page);
       await name(page, "path-from", "Iran");
       await name(page, "path-to", "Hamas");
       await name(page, "without", "Syria");
       await page.locator("#explore-signs").selectOption("all");
       const address = page.url(), text = await page.locator("#explorer .answer").allInnerTexts();
       for (const part of ["path-from=iran", "path-to=hamas", "without=syria", "take-signs=all"])
         assert.ok(address.includes(part), part);
       await page.goto("about:blank");
       await page.goto(address);
       assert.deepEqual(await page.locator("#explorer .answer").allInnerTexts(), text);
       await page.getByRole("button", {name: "Forget these questions"}).click();
       assert.doesNotMatch(page.url(), /path-from|without/);
       assert.equal(await page.locator("figure.drawing svg.focusing").count(), 0);
     }));

  it("begin at a card, by keys",
     () => on("jerusalem-axis", async (page) => {
       await page.getByRole("button", {name: "Paths from here"}).press("Enter");
       assert.equal(await page.evaluate(() => document.activeElement.dataset.actor), "path-to");
       assert.notEqual(await box(page, "path-from").inputValue(), "");
     }, {hash: "#actor-0"}));

  for (const colorScheme of ["light", "dark"])
    for (const viewport of [{width: 1440, height: 900}, {width: 390, height: 844}])
      it(`leave axe-core nothing serious to find, ${colorScheme}, ${viewport.width} pixels wide`,
         () => on("jerusalem-axis", async (page) => {
           await page.locator("#cite > summary").click();
           assert.equal(await page.locator("#removal-table").count(), 1);
           await page.mouse.move(1, 1);  // off the figure, which else steps back around what is below it
           assert.deepEqual(await audit(page), []);
         }, {
           colorScheme,
           viewport,
           bypassCSP: true,
           hash: "#?path-from=iran&path-to=hamas&around=iran&depth=2&without=syria"
         }));
});

describe("a cited figure", () => {
  const filtered = "#?color=community&size=0&off-signs=negative&figure=1";

  it("says what is shown, with which settings and where",
     () => on("jerusalem-axis", async (page) => {
       await page.locator("#cite > summary").click();
       const text = () => page.locator("#citation").innerText();
       await page.waitForTimeout(50);
       const said = await text();
       for (const part
                of ["Communities", "signs left out: negative", "Color by community",
                    "nonnegative ties, directed", "off-signs=negative", "43 of 55 ties"])
         assert.ok(said.toLowerCase().includes(part.toLowerCase()), `${part}: ${said}`);
     }, {hash: filtered}));

  it("is saved as SVG of exactly what is shown, with its legend and settings",
     () => on("jerusalem-axis", async (page) => {
       await page.locator("#cite > summary").click();
       await page.getByRole("button", {name: "Zoom in"}).click();
       const drawing = page.locator("figure.drawing:not([hidden]) svg");
       const shown = await drawing.locator("g.edge:not(.away)").count();
       const view = (await drawing.getAttribute("viewBox")).split(" ");
       const svg = await saved(page, "Shown as SVG");
       const seen = await page.evaluate((xml) => {
         const file = new DOMParser().parseFromString(xml, "image/svg+xml");
         return {
           errors: file.querySelectorAll("parsererror").length,
           edges: file.querySelectorAll("g.edge").length,
           scaled: file.querySelectorAll("g.node [transform*=scale]").length,
           view: file.documentElement.getAttribute("viewBox").split(" "),
           legend: file.querySelector("g.legend").textContent,
           metadata: JSON.parse(file.querySelector("metadata").textContent),
         };
       }, svg);
       assert.equal(seen.errors, 0);
       assert.equal(seen.edges, shown);
       assert.ok(seen.scaled > 20);
       assert.deepEqual(seen.view.slice(0, 3), view.slice(0, 3));
       assert.match(seen.legend, /community 1/);
       assert.equal(seen.metadata.settings.measures, "nonnegative ties, directed, unweighted");
       assert.match(seen.metadata.address, /off-signs=negative/);
     }, {hash: filtered}));

  it("is saved as PNG that says the same in its description",
     () => on("jerusalem-axis", async (page) => {
       await page.locator("#cite > summary").click();
       const png = await saved(page, "Shown as PNG", null);
       assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from("PNG")]);
       assert.equal(png.readUInt32BE(16), 2400);
       assert.match(
           png.subarray(33, 700).toString("latin1"), /iTXtDescription\0{5}.*signs left out: negative/si);
       const drawn = await page.evaluate(async (base64) => {
         const image = new Image();
         image.src = `data:image/png;base64,${base64}`;
         await image.decode();
         const canvas = document.createElement("canvas");
         [canvas.width, canvas.height] = [image.width, image.height];
         const context = canvas.getContext("2d");
         context.drawImage(image, 0, 0);
         const {data} = context.getImageData(0, 0, image.width, image.height);
         return new Set(new Uint32Array(data.buffer)).size;
       }, png.toString("base64"));
       assert.ok(drawn > 10, `${drawn} colors`);
     }, {hash: filtered}));

  it("has the ties that the filters leave as CSV, which the program reads, and its settings as JSON",
     () => on("jerusalem-axis", async (page) => {
       await page.locator("#cite > summary").click();
       const csv = await saved(page, "Shown ties as CSV");
       const data = await dataOf(page);
       const kept = data.ties.sign.filter((sign) => sign >= 0).length;
       assert.equal(csv.trim().split("\n").length - 1, kept);
       const settings = JSON.parse(await saved(page, "Its settings as JSON"));
       assert.equal(settings.settings.seed, "1");
       assert.match(settings.filters, /negative/);
       assert.equal((await readFile(reports["jerusalem-axis"], "utf8")).includes(settings.title), true);
     }, {hash: filtered}));
});
