/** What a release says of a person: "Director of Litigation" at "Center for Gender & Refugee Studies". */
export interface Standing {
  readonly role: string | null;
  readonly organization: string | null;
}
