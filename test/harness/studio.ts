/** The Studio as somebody with a mouse uses it. */
import type { Browser, Page } from "playwright-core";

/** A page of the Studio, with what a person does on it; fields are named by their keys. */
export interface Studio {
  page: Page;
  /** Opens a collection's list from the navigation. */
  list(collection: string): Promise<void>;
  /** Opens a new record. */
  create(collection: string): Promise<void>;
  /** Opens a record by a word of its row. */
  edit(collection: string, word: string): Promise<void>;
  type(field: string, words: string): Promise<void>;
  /** Chooses from a list of words. */
  choose(field: string, label: string): Promise<void>;
  /** Chooses another record by a word of it. */
  pick(field: string, word: string): Promise<void>;
  tick(field: string, ...labels: string[]): Promise<void>;
  /** Types a day as dd/mm/yyyy. */
  day(field: string, day: string): Promise<void>;
  /** Adds a line to a table, with words by the labels of its columns. */
  addLine(field: string, cells: Record<string, string>): Promise<void>;
  /** Presses Save, and waits until the list is back. */
  save(): Promise<void>;
  /** Presses Save where it will be refused. */
  trySave(): Promise<void>;
  /** Waits until the Studio names this field among those that it does not take. */
  refused(label: string): Promise<void>;
  /** Opens the list of choices of a field and reads it. */
  choicesOf(field: string): Promise<string[]>;
}

/** Signs in to the Studio of a Directus. */
export async function openStudio(
  browser: Browser,
  url: string,
  { email, password }: { email: string; password: string },
): Promise<Studio> {
  const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1440, height: 1000 } });
  page.setDefaultTimeout(60_000);
  // Nothing slides or fades: every click would wait for the end of it.
  await page.addInitScript(() => {
    const still = new CSSStyleSheet();
    still.replaceSync("*, ::before, ::after { transition: none !important; animation: none !important }");
    document.adoptedStyleSheets = [still];
  });
  await page.goto(`${url}/admin/login`);
  await page.fill("input[type=email]", email);
  await page.fill("input[type=password]", password);
  await page.press("input[type=password]", "Enter");
  await page.getByText("Powered by Directus").waitFor();

  const fieldOf = (field: string) => page.locator(`[data-field="${field}"]`).first();
  const saveButton = () => page.getByRole("button", { name: "Save", exact: true }).first();
  const list = async (collection: string) => {
    await page.locator(`a[href$="/content/${collection}"]`).first().click();
    await page.waitForURL(new RegExp(`/content/${collection}(\\?.*)?$`));
  };
  /** The middle of the window, where neither header nor menu is in the way. */
  const centre = (field: string) => fieldOf(field).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const createButton = () => page.getByText("Create", { exact: true }).first();
  const menu = () => page.locator(".v-menu-content").last();

  return {
    page,
    list,
    async create(collection) {
      await list(collection);
      await createButton().click();
      await saveButton().waitFor();
    },
    async edit(collection, word) {
      await list(collection);
      await page.locator(".table-row").filter({ hasText: word }).first().click();
      await saveButton().waitFor();
    },
    type: (field, words) => fieldOf(field).locator("input, textarea").first().fill(words),
    async choose(field, label) {
      await centre(field);
      await fieldOf(field).locator(".v-select, input").first().click();
      await menu().getByText(label, { exact: true }).first().click();
    },
    async pick(field, word) {
      await fieldOf(field).getByText("Select an item").click();
      const drawer = page.locator(".v-drawer").last();
      await drawer.locator("tr.table-row, .table-row").filter({ hasText: word }).first().click();
      await drawer.getByRole("button", { name: "Save" }).first().click();
      await drawer.waitFor({ state: "detached" });
    },
    async tick(field, ...labels) {
      for (const label of labels) await fieldOf(field).getByText(label, { exact: true }).click();
    },
    async day(field, day) {
      await fieldOf(field).getByText("dd", { exact: true }).first().click();
      await page.keyboard.type(day.replaceAll("/", ""));
    },
    async addLine(field, cells) {
      await fieldOf(field).getByRole("button", { name: "Add a line" }).click();
      const drawer = page.locator(".v-drawer").last();
      for (const [column, words] of Object.entries(cells))
        await drawer.locator(`[data-field="${column}"]`).locator("input, textarea").first().fill(words);
      await drawer.getByRole("button", { name: "Save" }).first().click();
      await drawer.waitFor({ state: "detached" });
    },
    async save() {
      await saveButton().click();
      await page.waitForURL(/\/content\/[a-z]+(\?.*)?$/);
    },
    trySave: () => saveButton().click(),
    async refused(label) {
      const faults = page.locator(".v-notice", { hasText: "invalid values" });
      await faults.getByText(label).first().waitFor();
    },
    async choicesOf(field) {
      await centre(field);
      await fieldOf(field).locator(".v-select, input").first().click();
      const items = await menu().locator(".v-list-item").allInnerTexts();
      await page.keyboard.press("Escape");
      return items.map((words) => words.trim()).filter(Boolean);
    },
  };
}
