import { QueryClient } from "@tanstack/react-query";
import {
  MedusaProvider,
  useAdminAddCustomersToCustomerGroup,
  useAdminCreateCustomer,
  useAdminCreateCustomerGroup,
  useAdminCustomer,
  useAdminCustomerGroup,
  useAdminCustomerGroupCustomers,
  useAdminCustomerGroups,
  useAdminCustomers,
  useAdminDeleteCustomerGroup,
  useAdminDeleteSession,
  useAdminGetSession,
  useAdminLogin,
  useAdminRemoveCustomersFromCustomerGroup,
  useAdminUpdateCustomer,
  useAdminUpdateCustomerGroup,
} from "medusa-react";
import { useEffect, useRef } from "react";
import { createRoot } from "react-dom/client";

// The entry of a bundle that a test puts into a page: renders each hook once, one after the other, and tells what it gave.

type Settled = { status: string; data?: unknown; error?: unknown };
type Mutation = Settled & { mutate: (variables: never) => void };
type Options = { baseUrl: string; apiKey?: string };
/** What a hook's users see of an answer: its status and the body's entities, of which a few lead on. */
export type Seen = Record<string, unknown> & {
  status: number;
  customer: { id: string };
  customer_group: { id: string };
  customers: { email: string }[];
};

const isSettled = ({ status }: Settled) => status === "success" || status === "error";

type ProbeProps = { useHook: () => Settled; onSettled: (result: Settled) => void };

function Probe({ useHook, onSettled }: ProbeProps) {
  const result = useHook();
  useEffect(() => {
    if (isSettled(result)) onSettled(result);
  }, [result, onSettled]);
  return <output>{result.status}</output>;
}

async function rendered(options: Options, useHook: () => Settled): Promise<Seen> {
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const result = await new Promise<Settled>((onSettled) => {
    root.render(
      <MedusaProvider {...options} maxRetries={0} queryClientProviderProps={{ client }}>
        <Probe useHook={useHook} onSettled={onSettled} />
      </MedusaProvider>,
    );
  });
  root.unmount();
  return seen(result);
}

function seen({ error, data, ...result }: Settled & Record<string, unknown>): Seen {
  const failed = error as { response?: { status: number } } | null;
  if (failed) return { status: failed.response?.status ?? 0 } as Seen;
  const { response, ...entities } = { ...result, ...(data as object) } as Record<string, unknown>;
  return { ...entities, status: (response as { status: number }).status } as Seen;
}

function mutated(options: Options, useHook: () => Mutation, variables: unknown): Promise<Seen> {
  return rendered(options, () => {
    const mutation = useHook();
    const isSent = useRef(false);
    useEffect(() => {
      if (isSent.current) return;
      isSent.current = true;
      mutation.mutate(variables as never);
    });
    return mutation;
  });
}

/** Every hook about sessions, customers and groups, in an order in which each finds what it needs. */
async function hooks(
  options: Options,
  credentials: { email: string; password: string },
  id: string,
) {
  const query = (useHook: () => unknown) => rendered(options, useHook as () => Settled);
  const mutation = (useHook: () => unknown, variables?: unknown) =>
    mutated(options, useHook as () => Mutation, variables);
  const fields = { first_name: "Hook", last_name: "Er", password: "" };
  const login = await mutation(useAdminLogin, credentials);
  const session = await query(useAdminGetSession);
  const created = await mutation(useAdminCreateCustomer, {
    ...fields,
    email: `${id}@example.com`,
  });
  const customerId = created.customer.id;
  const updated = await mutation(() => useAdminUpdateCustomer(customerId), { phone: "0123" });
  const retrieved = await query(() => useAdminCustomer(customerId));
  const listed = await query(() => useAdminCustomers({ q: id, limit: 50, offset: 0 }));
  const group = await mutation(useAdminCreateCustomerGroup, { name: `Group ${id}` });
  const groupId = group.customer_group.id;
  const renamed = await mutation(() => useAdminUpdateCustomerGroup(groupId), { name: `New ${id}` });
  const members = { customer_ids: [{ id: customerId }] };
  const added = await mutation(() => useAdminAddCustomersToCustomerGroup(groupId), members);
  const inGroup = await query(() => useAdminCustomerGroupCustomers(groupId));
  const oneGroup = await query(() => useAdminCustomerGroup(groupId, { expand: "customers" }));
  const groups = await query(() => useAdminCustomerGroups({ q: id }));
  const removed = await mutation(() => useAdminRemoveCustomersFromCustomerGroup(groupId), members);
  const deleted = await mutation(() => useAdminDeleteCustomerGroup(groupId));
  const logout = await mutation(useAdminDeleteSession);
  const afterwards = await query(useAdminGetSession);
  return {
    ...{ login, session, created, updated, retrieved, listed },
    ...{ group, renamed, added, inGroup, oneGroup, groups, removed, deleted, logout, afterwards },
  };
}

Object.assign(globalThis, { medusaReactHooks: hooks });
export type MedusaReactHooks = typeof hooks;
