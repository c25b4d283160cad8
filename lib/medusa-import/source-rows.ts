/** What a Medusa database holds, in one shape for both generations. Nothing in it has been checked. */
type Kept = {
  id: string;
  metadata: unknown;
  createdAt: unknown;
  updatedAt: unknown;
  deletedAt: unknown;
};

export type SourceCustomer = Kept & {
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  companyName: string | null;
  phone: string | null;
  hasAccount: boolean;
  createdBy: string | null;
  /** A hash in the format of scrypt-kdf, in base64. */
  password: string | null;
  /** What they sign in with there. */
  signInName: string | null;
  /** The address row that the first generation points to. */
  billingAddressId: string | null;
};

export type SourceAddress = Kept & {
  customerId: string;
  addressName: string | null;
  company: string | null;
  firstName: string | null;
  lastName: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  postalCode: string | null;
  countryCode: string | null;
  phone: string | null;
  isDefaultShipping: boolean;
  isDefaultBilling: boolean;
  listed: boolean;
};

export type SourceGroup = Kept & { name: string | null; createdBy: string | null };

export type SourceMember = {
  customerId: string;
  groupId: string;
  groupName: string | null;
  createdBy: string | null;
  createdAt: unknown;
  /** The membership or its group. */
  deletedAt: unknown;
};

/** Some customers with everything that is theirs. */
export type SourcePage = {
  customers: SourceCustomer[];
  addresses: SourceAddress[];
  members: SourceMember[];
};
