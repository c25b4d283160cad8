import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { describe, expect, it } from "vitest";
import { config } from "./proxy";

const passes = (path: string) =>
  unstable_doesMiddlewareMatch({ config, url: `http://localhost:3000${path}` });

describe("the proxy", () => {
  it.each([
    "/",
    "/customers",
    "/sign-in?error=x",
    "/sign-out",
    "/authors",
    "/storefront",
    "/administration",
    "/v10",
    "/health",
    "/healthy",
    "/health/lively",
    "/api",
    "/api/nothing",
    "/api/authors",
    "/icon.svgs",
  ])("sets the policy for %s, a page or an address that nothing has", (path) => {
    expect(passes(path)).toBe(true);
  });

  it.each([
    "/admin",
    "/admin/customers",
    "/store/customers/me",
    "/auth/user/emailpass",
    "/v1/admin/customers",
    "/v2/",
    "/api/auth/csrf",
    "/health/live",
    "/health/ready",
    "/_next/static/chunks/a.js",
    "/favicon.ico",
    "/icon.svg",
  ])("lets %s go by, with a body of any size", (path) => {
    expect(passes(path)).toBe(false);
  });
});
