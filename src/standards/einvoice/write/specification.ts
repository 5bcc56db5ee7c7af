// What every outgoing invoice says of itself.

/** BT-24: XRechnung 3.0, the German core invoice usage specification. */
export const specification = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0'
/** BT-23: billing by Peppol BIS 3, which XRechnung demands. */
export const process = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'
/** UNTDID 4461. */
export const sepaTransfer = '58'
