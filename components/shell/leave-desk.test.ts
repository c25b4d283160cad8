import { beforeEach, describe, expect, it, vi } from "vitest";
import { leaveDesk } from "./leave-desk";

const fetched = vi.fn();
const replace = vi.fn();
const postMessage = vi.fn();
vi.stubGlobal("fetch", fetched);
vi.stubGlobal("location", { replace });
vi.stubGlobal(
  "BroadcastChannel",
  class {
    postMessage = postMessage;
  },
);

beforeEach(() => vi.clearAllMocks());

describe("leaving the desk", () => {
  it("is done when the server leads to the sign-in page", async () => {
    fetched.mockResolvedValue({ type: "opaqueredirect", status: 0, headers: new Headers() });
    expect(await leaveDesk()).toBe(true);
    expect(replace).toHaveBeenCalledWith("/sign-in");
    expect(postMessage).toHaveBeenCalledOnce();
  });

  it("says so on the sign-in page when only this browser was cleared", async () => {
    const headers = { "x-clientele-cleared": "1" };
    fetched.mockResolvedValue(new Response("", { status: 503, headers }));
    expect(await leaveDesk()).toBe(true);
    expect(replace).toHaveBeenCalledWith("/sign-in?left=unfinished");
    expect(postMessage).toHaveBeenCalledOnce();
  });

  it.each([200, 403, 500, 502, 503])("an answer of %i is no sign-out", async (status) => {
    fetched.mockResolvedValue(new Response("", { status }));
    expect(await leaveDesk()).toBe(false);
    expect([replace, postMessage].flatMap((f) => f.mock.calls)).toEqual([]);
  });

  it("a server out of reach is no sign-out", async () => {
    fetched.mockRejectedValue(new TypeError("Failed to fetch"));
    expect(await leaveDesk()).toBe(false);
    expect([replace, postMessage].flatMap((f) => f.mock.calls)).toEqual([]);
  });
});
