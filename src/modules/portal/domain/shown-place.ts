// A place as the portal's pages show it.

/** The place as the views get it. */
export interface ShownPlace {
  readonly ars: string
  readonly name: string
  readonly district: string
  readonly postalCodes: string
}
