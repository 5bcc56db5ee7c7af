// Versions: what differs between XBezahldienste 1.0.0, 1.1.0 and 1.2.0.

export const versions = ['1.0.0', '1.1.0', '1.2.0'] as const
export type Version = (typeof versions)[number]

/** The request header that names the version; new in 1.2.0, older providers ignore it. */
export const versionHeader = 'X-XBezahldienste-Version'

export interface VersionTraits {
  /** 1.0.0 misspells the field; both sides must follow it. */
  readonly grossAmountField: 'grosAmount' | 'grossAmount'
  /** In 1.1.0 a required field of the requestor does not exist and extra ones are forbidden: none can be valid. */
  readonly carriesRequestor: boolean
  readonly listsPaymentMethods: boolean
}

export const traitsOf: Record<Version, VersionTraits> = {
  '1.0.0': { grossAmountField: 'grosAmount', carriesRequestor: false, listsPaymentMethods: false },
  '1.1.0': { grossAmountField: 'grossAmount', carriesRequestor: false, listsPaymentMethods: false },
  '1.2.0': { grossAmountField: 'grossAmount', carriesRequestor: true, listsPaymentMethods: true },
}

/** The version a header names ("1.2", "1.2.0"); undefined if we do not speak it. */
export function parseVersion(text: string): Version | undefined {
  return versions.find((version) => version === text || version === `${text}.0`)
}
