// UBL 2.1, the two documents, extensions, and the signatures that an extension may hold.

/** Types of the documents and of extensions; any:which namespaces:how strictly. */
export const documentTypes = `
  ext:ExtensionContentType = any:other:lax
  ext:UBLExtensionsType = ext: UBLExtension+
  ext:UBLExtensionType = cbc: ID? Name? ext: ExtensionAgencyID? ExtensionAgencyName? ExtensionVersionID? ExtensionAgencyURI?
    ExtensionURI? ExtensionReasonCode? ExtensionReason? ExtensionContent
  ext:ExtensionAgencyIDType {schemeID:normalizedString schemeName:string schemeAgencyID:normalizedString schemeAgencyName:string
    schemeVersionID:normalizedString schemeDataURI:anyURI schemeURI:anyURI} = $normalizedString
  ext:ExtensionAgencyNameType {languageID:language languageLocaleID:normalizedString} = $string
  ext:ExtensionAgencyURIType {schemeID:normalizedString schemeName:string schemeAgencyID:normalizedString schemeAgencyName:string
    schemeVersionID:normalizedString schemeDataURI:anyURI schemeURI:anyURI} = $normalizedString
  ext:ExtensionReasonType {languageID:language languageLocaleID:normalizedString} = $string
  ext:ExtensionReasonCodeType {listID:normalizedString listAgencyID:normalizedString listAgencyName:string listName:string
    listVersionID:normalizedString name:string languageID:language listURI:anyURI listSchemeURI:anyURI} = $normalizedString
  ext:ExtensionURIType {schemeID:normalizedString schemeName:string schemeAgencyID:normalizedString schemeAgencyName:string
    schemeVersionID:normalizedString schemeDataURI:anyURI schemeURI:anyURI} = $normalizedString
  ext:ExtensionVersionIDType {schemeID:normalizedString schemeName:string schemeAgencyID:normalizedString schemeAgencyName:string
    schemeVersionID:normalizedString schemeDataURI:anyURI schemeURI:anyURI} = $normalizedString
  ubl:InvoiceType = ext: UBLExtensions? cbc: UBLVersionID? CustomizationID? ProfileID? ProfileExecutionID? ID CopyIndicator? UUID?
    IssueDate IssueTime? DueDate? InvoiceTypeCode? Note* TaxPointDate? DocumentCurrencyCode? TaxCurrencyCode? PricingCurrencyCode?
    PaymentCurrencyCode? PaymentAlternativeCurrencyCode? AccountingCostCode? AccountingCost? LineCountNumeric? BuyerReference? cac:
    InvoicePeriod* OrderReference? BillingReference* DespatchDocumentReference* ReceiptDocumentReference*
    StatementDocumentReference* OriginatorDocumentReference* ContractDocumentReference* AdditionalDocumentReference*
    ProjectReference* Signature* AccountingSupplierParty AccountingCustomerParty PayeeParty? BuyerCustomerParty?
    SellerSupplierParty? TaxRepresentativeParty? Delivery* DeliveryTerms? PaymentMeans* PaymentTerms* PrepaidPayment*
    AllowanceCharge* TaxExchangeRate? PricingExchangeRate? PaymentExchangeRate? PaymentAlternativeExchangeRate? TaxTotal*
    WithholdingTaxTotal* LegalMonetaryTotal InvoiceLine+
  cn:CreditNoteType = ext: UBLExtensions? cbc: UBLVersionID? CustomizationID? ProfileID? ProfileExecutionID? ID CopyIndicator? UUID?
    IssueDate IssueTime? TaxPointDate? CreditNoteTypeCode? Note* DocumentCurrencyCode? TaxCurrencyCode? PricingCurrencyCode?
    PaymentCurrencyCode? PaymentAlternativeCurrencyCode? AccountingCostCode? AccountingCost? LineCountNumeric? BuyerReference? cac:
    InvoicePeriod* DiscrepancyResponse* OrderReference? BillingReference* DespatchDocumentReference* ReceiptDocumentReference*
    ContractDocumentReference* AdditionalDocumentReference* StatementDocumentReference* OriginatorDocumentReference* Signature*
    AccountingSupplierParty AccountingCustomerParty PayeeParty? BuyerCustomerParty? SellerSupplierParty? TaxRepresentativeParty?
    Delivery* DeliveryTerms* PaymentMeans* PaymentTerms* TaxExchangeRate? PricingExchangeRate? PaymentExchangeRate?
    PaymentAlternativeExchangeRate? AllowanceCharge* TaxTotal* LegalMonetaryTotal CreditNoteLine+`

/** Types of signatures, in the same notation; ( | ) is a choice. */
export const signatureTypes = `
  sbc:ReferencedSignatureIDType {schemeID:normalizedString schemeName:string schemeAgencyID:normalizedString schemeAgencyName:string
    schemeVersionID:normalizedString schemeDataURI:anyURI schemeURI:anyURI} = $normalizedString
  ds:CryptoBinary simple = $base64Binary
  ds:SignatureType {Id:ID} = ds: SignedInfo SignatureValue KeyInfo? Object*
  ds:SignatureValueType {Id:ID} = $base64Binary
  ds:SignedInfoType {Id:ID} = ds: CanonicalizationMethod SignatureMethod Reference+
  ds:CanonicalizationMethodType mixed {Algorithm!:anyURI} = any:any:strict*
  ds:SignatureMethodType mixed {Algorithm!:anyURI} = ds: HMACOutputLength?=ds:HMACOutputLengthType any:other:strict*
  ds:ReferenceType {Id:ID URI:anyURI Type:anyURI} = ds: Transforms? DigestMethod DigestValue
  ds:TransformsType = ds: Transform+
  ds:TransformType mixed {Algorithm!:anyURI} = ( any:other:lax | ds: XPath=xs:string )*
  ds:DigestMethodType mixed {Algorithm!:anyURI} = any:other:lax*
  ds:DigestValueType simple = $base64Binary
  ds:KeyInfoType mixed {Id:ID} = ( ds: KeyName | KeyValue | RetrievalMethod | X509Data | PGPData | SPKIData | MgmtData |
    any:other:lax )+
  ds:KeyValueType mixed = ( ds: DSAKeyValue | RSAKeyValue | any:other:lax )
  ds:RetrievalMethodType {URI:anyURI Type:anyURI} = ds: Transforms?
  ds:X509DataType = ( ( ds: X509IssuerSerial=ds:X509IssuerSerialType | X509SKI=xs:base64Binary | X509SubjectName=xs:string |
    X509Certificate=xs:base64Binary | X509CRL=xs:base64Binary | any:other:lax ) )+
  ds:X509IssuerSerialType = ds: X509IssuerName=xs:string X509SerialNumber=xs:integer
  ds:PGPDataType = ( ( ds: PGPKeyID=xs:base64Binary PGPKeyPacket?=xs:base64Binary any:other:lax* ) | ( PGPKeyPacket=xs:base64Binary
    any:other:lax* ) )
  ds:SPKIDataType = ( ds: SPKISexp=xs:base64Binary any:other:lax? )+
  ds:ObjectType mixed {Id:ID MimeType:string Encoding:anyURI} = ( any:any:lax )*
  ds:ManifestType {Id:ID} = ds: Reference+
  ds:SignaturePropertiesType {Id:ID} = ds: SignatureProperty+
  ds:SignaturePropertyType mixed {Target!:anyURI Id:ID} = ( any:other:lax )+
  ds:HMACOutputLengthType simple = $integer
  ds:DSAKeyValueType = ( ( ds: P=ds:CryptoBinary Q=ds:CryptoBinary )? G?=ds:CryptoBinary Y=ds:CryptoBinary J?=ds:CryptoBinary (
    Seed=ds:CryptoBinary PgenCounter=ds:CryptoBinary )? )
  ds:RSAKeyValueType = ds: Modulus=ds:CryptoBinary Exponent=ds:CryptoBinary
  xades:AnyType mixed = ( any:any:lax )*
  xades:ObjectIdentifierType = xades: Identifier=xades:IdentifierType Description?=xs:string
    DocumentationReferences?=xades:DocumentationReferencesType
  xades:IdentifierType {Qualifier:xades:QualifierType} = $anyURI
  xades:QualifierType simple = $string enumeration=OIDAsURI enumeration=OIDAsURN
  xades:DocumentationReferencesType = ( xades: DocumentationReference=xs:anyURI )+
  xades:EncapsulatedPKIDataType {Id:ID Encoding:anyURI} = $base64Binary
  xades:IncludeType {URI!:anyURI referencedData:boolean} =
  xades:ReferenceInfoType {Id:ID URI:anyURI} = ds: DigestMethod DigestValue
  xades:GenericTimeStampType abstract {Id:ID} = ( ( xades: Include* | ReferenceInfo+ )? ds: CanonicalizationMethod? ( xades:
    EncapsulatedTimeStamp=xades:EncapsulatedPKIDataType | XMLTimeStamp=xades:AnyType )+ )
  xades:XAdESTimeStampType {Id:ID} < xades:GenericTimeStampType = ( xades: Include* ds: CanonicalizationMethod? ( xades:
    EncapsulatedTimeStamp=xades:EncapsulatedPKIDataType | XMLTimeStamp=xades:AnyType )+ )
  xades:OtherTimeStampType {Id:ID} < xades:GenericTimeStampType = ( xades: ReferenceInfo+ ds: CanonicalizationMethod? ( xades:
    EncapsulatedTimeStamp=xades:EncapsulatedPKIDataType | XMLTimeStamp=xades:AnyType ) )
  xades:QualifyingPropertiesType {Target!:anyURI Id:ID} = xades: SignedProperties?=xades:SignedPropertiesType
    UnsignedProperties?=xades:UnsignedPropertiesType
  xades:SignedPropertiesType {Id:ID} = xades: SignedSignatureProperties?=xades:SignedSignaturePropertiesType
    SignedDataObjectProperties?=xades:SignedDataObjectPropertiesType
  xades:UnsignedPropertiesType {Id:ID} = xades: UnsignedSignatureProperties?=xades:UnsignedSignaturePropertiesType
    UnsignedDataObjectProperties?=xades:UnsignedDataObjectPropertiesType
  xades:SignedSignaturePropertiesType {Id:ID} = xades: SigningTime?=xs:dateTime SigningCertificate?=xades:CertIDListType
    SignaturePolicyIdentifier?=xades:SignaturePolicyIdentifierType SignatureProductionPlace?=xades:SignatureProductionPlaceType
    SignerRole?=xades:SignerRoleType
  xades:SignedDataObjectPropertiesType {Id:ID} = xades: DataObjectFormat*=xades:DataObjectFormatType
    CommitmentTypeIndication*=xades:CommitmentTypeIndicationType AllDataObjectsTimeStamp*=xades:XAdESTimeStampType
    IndividualDataObjectsTimeStamp*=xades:XAdESTimeStampType
  xades:UnsignedSignaturePropertiesType {Id:ID} = ( xades: CounterSignature=xades:CounterSignatureType |
    SignatureTimeStamp=xades:XAdESTimeStampType | CompleteCertificateRefs=xades:CompleteCertificateRefsType |
    CompleteRevocationRefs=xades:CompleteRevocationRefsType | AttributeCertificateRefs=xades:CompleteCertificateRefsType |
    AttributeRevocationRefs=xades:CompleteRevocationRefsType | SigAndRefsTimeStamp=xades:XAdESTimeStampType |
    RefsOnlyTimeStamp=xades:XAdESTimeStampType | CertificateValues=xades:CertificateValuesType |
    RevocationValues=xades:RevocationValuesType | AttrAuthoritiesCertValues=xades:CertificateValuesType |
    AttributeRevocationValues=xades:RevocationValuesType | ArchiveTimeStamp=xades:XAdESTimeStampType | any:other:strict )+
  xades:UnsignedDataObjectPropertiesType {Id:ID} = xades: UnsignedDataObjectProperty+=xades:AnyType
  xades:QualifyingPropertiesReferenceType {URI!:anyURI Id:ID} =
  xades:CertIDListType = xades: Cert+=xades:CertIDType
  xades:CertIDType {URI:anyURI} = xades: CertDigest=xades:DigestAlgAndValueType IssuerSerial=ds:X509IssuerSerialType
  xades:DigestAlgAndValueType = ds: DigestMethod DigestValue
  xades:SignaturePolicyIdentifierType = ( xades: SignaturePolicyId=xades:SignaturePolicyIdType | SignaturePolicyImplied=xs:anyType )
  xades:SignaturePolicyIdType = xades: SigPolicyId=xades:ObjectIdentifierType ds: Transforms? xades:
    SigPolicyHash=xades:DigestAlgAndValueType SigPolicyQualifiers?=xades:SigPolicyQualifiersListType
  xades:SigPolicyQualifiersListType = xades: SigPolicyQualifier+=xades:AnyType
  xades:SPUserNoticeType = xades: NoticeRef?=xades:NoticeReferenceType ExplicitText?=xs:string
  xades:NoticeReferenceType = xades: Organization=xs:string NoticeNumbers=xades:IntegerListType
  xades:IntegerListType = xades: int*=xs:integer
  xades:CounterSignatureType = ds: Signature
  xades:DataObjectFormatType {ObjectReference!:anyURI} = xades: Description?=xs:string ObjectIdentifier?=xades:ObjectIdentifierType
    MimeType?=xs:string Encoding?=xs:anyURI
  xades:CommitmentTypeIndicationType = ( xades: CommitmentTypeId=xades:ObjectIdentifierType ( ObjectReference+=xs:anyURI |
    AllSignedDataObjects=xs:anyType ) CommitmentTypeQualifiers?=xades:CommitmentTypeQualifiersListType )
  xades:CommitmentTypeQualifiersListType = xades: CommitmentTypeQualifier*=xades:AnyType
  xades:SignatureProductionPlaceType = xades: City?=xs:string StateOrProvince?=xs:string PostalCode?=xs:string
    CountryName?=xs:string
  xades:SignerRoleType = xades: ClaimedRoles?=xades:ClaimedRolesListType CertifiedRoles?=xades:CertifiedRolesListType
  xades:ClaimedRolesListType = xades: ClaimedRole+=xades:AnyType
  xades:CertifiedRolesListType = xades: CertifiedRole+=xades:EncapsulatedPKIDataType
  xades:CompleteCertificateRefsType {Id:ID} = xades: CertRefs=xades:CertIDListType
  xades:CompleteRevocationRefsType {Id:ID} = xades: CRLRefs?=xades:CRLRefsType OCSPRefs?=xades:OCSPRefsType
    OtherRefs?=xades:OtherCertStatusRefsType
  xades:CRLRefsType = xades: CRLRef+=xades:CRLRefType
  xades:CRLRefType = xades: DigestAlgAndValue=xades:DigestAlgAndValueType CRLIdentifier?=xades:CRLIdentifierType
  xades:CRLIdentifierType {URI:anyURI} = xades: Issuer=xs:string IssueTime=xs:dateTime Number?=xs:integer
  xades:OCSPRefsType = xades: OCSPRef+=xades:OCSPRefType
  xades:OCSPRefType = xades: OCSPIdentifier=xades:OCSPIdentifierType DigestAlgAndValue?=xades:DigestAlgAndValueType
  xades:ResponderIDType = ( xades: ByName=xs:string | ByKey=xs:base64Binary )
  xades:OCSPIdentifierType {URI:anyURI} = xades: ResponderID=xades:ResponderIDType ProducedAt=xs:dateTime
  xades:OtherCertStatusRefsType = xades: OtherRef+=xades:AnyType
  xades:CertificateValuesType {Id:ID} = ( xades: EncapsulatedX509Certificate=xades:EncapsulatedPKIDataType |
    OtherCertificate=xades:AnyType )*
  xades:RevocationValuesType {Id:ID} = xades: CRLValues?=xades:CRLValuesType OCSPValues?=xades:OCSPValuesType
    OtherValues?=xades:OtherCertStatusValuesType
  xades:CRLValuesType = xades: EncapsulatedCRLValue+=xades:EncapsulatedPKIDataType
  xades:OCSPValuesType = xades: EncapsulatedOCSPValue+=xades:EncapsulatedPKIDataType
  xades:OtherCertStatusValuesType = xades: OtherValue+=xades:AnyType
  xades141:ValidationDataType {Id:ID UR:anyURI} = xades: CertificateValues? RevocationValues?
  sac:SignatureInformationType = cbc: ID? sbc: ReferencedSignatureID? ds: Signature?
  sig:UBLDocumentSignaturesType = sac: SignatureInformation+`

/** Global elements and their types. */
export const documentElements = `
  ubl:Invoice=ubl:InvoiceType cn:CreditNote=cn:CreditNoteType ext:UBLExtensions=ext:UBLExtensionsType
    ext:UBLExtension=ext:UBLExtensionType ext:ExtensionAgencyID=ext:ExtensionAgencyIDType
    ext:ExtensionAgencyName=ext:ExtensionAgencyNameType ext:ExtensionAgencyURI=ext:ExtensionAgencyURIType
    ext:ExtensionContent=ext:ExtensionContentType ext:ExtensionReason=ext:ExtensionReasonType
    ext:ExtensionReasonCode=ext:ExtensionReasonCodeType ext:ExtensionURI=ext:ExtensionURIType
    ext:ExtensionVersionID=ext:ExtensionVersionIDType sig:UBLDocumentSignatures=sig:UBLDocumentSignaturesType
    sac:SignatureInformation=sac:SignatureInformationType sbc:ReferencedSignatureID=sbc:ReferencedSignatureIDType
    ds:Signature=ds:SignatureType ds:SignatureValue=ds:SignatureValueType ds:SignedInfo=ds:SignedInfoType
    ds:CanonicalizationMethod=ds:CanonicalizationMethodType ds:SignatureMethod=ds:SignatureMethodType ds:Reference=ds:ReferenceType
    ds:Transforms=ds:TransformsType ds:Transform=ds:TransformType ds:DigestMethod=ds:DigestMethodType
    ds:DigestValue=ds:DigestValueType ds:KeyInfo=ds:KeyInfoType ds:KeyName=xs:string ds:MgmtData=xs:string
    ds:KeyValue=ds:KeyValueType ds:RetrievalMethod=ds:RetrievalMethodType ds:X509Data=ds:X509DataType ds:PGPData=ds:PGPDataType
    ds:SPKIData=ds:SPKIDataType ds:Object=ds:ObjectType ds:Manifest=ds:ManifestType
    ds:SignatureProperties=ds:SignaturePropertiesType ds:SignatureProperty=ds:SignaturePropertyType
    ds:DSAKeyValue=ds:DSAKeyValueType ds:RSAKeyValue=ds:RSAKeyValueType xades:Any=xades:AnyType
    xades:ObjectIdentifier=xades:ObjectIdentifierType xades:EncapsulatedPKIData=xades:EncapsulatedPKIDataType
    xades:Include=xades:IncludeType xades:ReferenceInfo=xades:ReferenceInfoType xades:XAdESTimeStamp=xades:XAdESTimeStampType
    xades:OtherTimeStamp=xades:OtherTimeStampType xades:QualifyingProperties=xades:QualifyingPropertiesType
    xades:SignedProperties=xades:SignedPropertiesType xades:UnsignedProperties=xades:UnsignedPropertiesType
    xades:SignedSignatureProperties=xades:SignedSignaturePropertiesType
    xades:SignedDataObjectProperties=xades:SignedDataObjectPropertiesType
    xades:UnsignedSignatureProperties=xades:UnsignedSignaturePropertiesType
    xades:UnsignedDataObjectProperties=xades:UnsignedDataObjectPropertiesType
    xades:QualifyingPropertiesReference=xades:QualifyingPropertiesReferenceType xades:SigningTime=xs:dateTime
    xades:SigningCertificate=xades:CertIDListType xades:SignaturePolicyIdentifier=xades:SignaturePolicyIdentifierType
    xades:SPURI=xs:anyURI xades:SPUserNotice=xades:SPUserNoticeType xades:CounterSignature=xades:CounterSignatureType
    xades:DataObjectFormat=xades:DataObjectFormatType xades:CommitmentTypeIndication=xades:CommitmentTypeIndicationType
    xades:SignatureProductionPlace=xades:SignatureProductionPlaceType xades:SignerRole=xades:SignerRoleType
    xades:AllDataObjectsTimeStamp=xades:XAdESTimeStampType xades:IndividualDataObjectsTimeStamp=xades:XAdESTimeStampType
    xades:SignatureTimeStamp=xades:XAdESTimeStampType xades:CompleteCertificateRefs=xades:CompleteCertificateRefsType
    xades:CompleteRevocationRefs=xades:CompleteRevocationRefsType xades:AttributeCertificateRefs=xades:CompleteCertificateRefsType
    xades:AttributeRevocationRefs=xades:CompleteRevocationRefsType xades:SigAndRefsTimeStamp=xades:XAdESTimeStampType
    xades:RefsOnlyTimeStamp=xades:XAdESTimeStampType xades:CertificateValues=xades:CertificateValuesType
    xades:RevocationValues=xades:RevocationValuesType xades:AttrAuthoritiesCertValues=xades:CertificateValuesType
    xades:AttributeRevocationValues=xades:RevocationValuesType xades:ArchiveTimeStamp=xades:XAdESTimeStampType
    xades141:TimeStampValidationData=xades141:ValidationDataType xades141:ArchiveTimeStampV2=xades:XAdESTimeStampType`
