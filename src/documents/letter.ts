// What a letter of an authority consists of: the content type of templates/letter.typ.

/** Template of a letter with address window; its content is a `Letter`. */
export const letterTemplate = '#letter(given)'
/** Template of a sheet without address window (receipt, record of a form); its content is a `Sheet`. */
export const sheetTemplate = '#sheet(given)'

export interface Letterhead {
  readonly name: string
  /** Office within the authority. */
  readonly unit?: string
  /** Small line above the recipient: "Stadt Ilmenau · Am Markt 7 · 98693 Ilmenau". */
  readonly returnLine?: string
  /** Contact facts at the foot of each page, joined with dots. */
  readonly footer?: readonly string[]
  /** Colour of the rule, "#17407a". */
  readonly accent?: string
  /** Arms at the head, as SVG; without a description they are called the arms of the authority. */
  readonly arms?: { readonly svg: string; readonly description?: string }
}

export type Passage =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly entries: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly term: string; readonly description: string }[] }
  | {
      readonly kind: 'table'
      readonly caption?: string
      readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[]
      /** Relative widths of the columns; equal if left out. */
      readonly widths?: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }

export interface Sheet {
  readonly language: 'de' | 'en'
  /** Title of the file, shown in the window's bar. */
  readonly title: string
  readonly subject: string
  readonly authority: Letterhead
  /** Reference block: number, clerk, telephone, date. */
  readonly reference?: readonly { readonly label: string; readonly value: string }[]
  /** Stands beside the page number on every page, best the reference number. */
  readonly mark?: string
  readonly passages?: readonly Passage[]
  readonly closing?: string
  readonly signature?: readonly string[]
  readonly enclosures?: readonly string[]
  readonly footnotes?: readonly string[]
}

export interface Letter extends Sheet {
  readonly recipient: readonly string[]
  readonly salutation?: string
  /** Instruction on legal remedies (§ 37 (6) VwVfG). */
  readonly remedy?: { readonly title: string; readonly paragraphs: readonly string[] }
}
