/** listing.json: what a developer would type into a platform's console. Every field is optional: what is absent is not-checked. */
export interface Listing {
  readonly file: string
  readonly name?: string
  readonly intro?: string
  readonly description?: string
  readonly categories?: readonly string[]
  readonly tags?: readonly string[]
  readonly contact?: { readonly email?: string; readonly phone?: string; readonly url?: string }
  readonly adminId?: string
  readonly entity?: { readonly kind: 'person' | 'company' | 'government' | 'other'; readonly name?: string }
  readonly qualifications?: readonly { readonly kind: string; readonly number?: string; readonly validUntil?: string; readonly file?: string; readonly for?: string }[]
  readonly privacy?: readonly (string | { readonly item: string; readonly purpose?: string })[]
  readonly changelog?: string
  readonly testAccount?: { readonly username?: string; readonly password?: string }
  readonly domains?: readonly string[]
  readonly nearby?: { readonly enabled?: boolean; readonly places?: readonly Readonly<Record<string, unknown>>[] }
  readonly icon?: string
  readonly screenshots?: readonly string[]
  /** Fields that were present but of the wrong shape, with what is wrong. */
  readonly problems: readonly { readonly field: string; readonly what: { readonly zh: string; readonly en: string } }[]
}
