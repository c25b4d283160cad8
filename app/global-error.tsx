"use client";

import { useEffect } from "react";
import { MessagePage } from "@/components/shell/message-page";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import "./globals.css";

/** Stands in for the root layout when that fails. The form works even if no script does. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  useEffect(showChosenTheme, []);
  return (
    <html lang="en">
      <body>
        <title>That did not work · Clientele</title>
        <main>
          <MessagePage
            title="That did not work"
            actions={
              <>
                <form
                  onSubmit={(event) => {
                    event.preventDefault();
                    retry();
                  }}
                >
                  <Button type="submit" variant="primary">
                    Try again
                  </Button>
                </form>
                <a href="/" className={buttonClass("secondary", "md")}>
                  Start again
                </a>
              </>
            }
          >
            Something failed on our side. What you saved before is safe.
          </MessagePage>
        </main>
      </body>
    </html>
  );
}

function showChosenTheme() {
  const theme = /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1];
  if (theme) document.documentElement.dataset.theme = theme;
}
