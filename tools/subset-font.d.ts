// Types of the one function of subset-font that make-fonts.ts calls.
declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat?: 'woff2' | 'woff' | 'sfnt'
    readonly noLayoutClosure?: boolean
    readonly noHinting?: boolean
    readonly keepFeatures?: readonly string[]
  }
  const subsetFont: (font: Buffer, text: string, options: SubsetOptions) => Promise<Buffer>
  export default subsetFont
}
