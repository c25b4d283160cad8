import { expect, inject, it } from "vitest";

it("a run copies a template of its own, so that two clones may test on one server", () => {
  expect(inject("template")).toMatch(/^clientele_template_[0-9a-f]{32}$/);
});
