import { redirect } from "next/navigation";
import { isSetUp } from "@/lib/team/set-up";

export default async function Home() {
  redirect((await isSetUp()) ? "/customers" : "/setup");
}
