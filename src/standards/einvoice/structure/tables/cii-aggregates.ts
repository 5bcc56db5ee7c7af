// CII D16B, the elements that hold elements: types with their children in order and the type of each child.

/** In the notation of the UBL tables; behind = the type of a child. */
export const ciiAggregateTypes = `
  ram:AdvancePaymentType = ram: PaidAmount=udt:AmountType FormattedReceivedDateTime?=qdt:FormattedDateTimeType
    IncludedTradeTax*=ram:TradeTaxType
  ram:AppliedAllowanceChargeType = ram: ActualAmount?=udt:AmountType Description?=udt:TextType ReasonCode?=udt:CodeType
    CalculationPercent?=udt:PercentType BasisAmount?=udt:AmountType ChargeIndicator=udt:IndicatorType
    CategoryAppliedTax?=ram:AppliedTaxType
  ram:AppliedTaxType = ram: CalculatedAmount?=udt:AmountType TypeCode?=udt:CodeType CalculatedRate?=udt:RateType
    BasisAmount?=udt:AmountType TaxPointDate?=udt:DateType
  ram:AvailablePeriodType = ram: StartDateTime?=udt:DateTimeType EndDateTime?=udt:DateTimeType Description?=udt:TextType
  ram:BasicWorkItemType = ram: ID=udt:IDType ReferenceID?=udt:IDType PrimaryClassificationCode*=udt:CodeType
    AlternativeClassificationCode*=udt:CodeType TypeCode*=udt:CodeType Comment*=udt:TextType TotalQuantity?=udt:QuantityType
    TotalQuantityClassificationCode?=udt:CodeType IndexValue?=udt:ValueType StatusCode*=udt:CodeType
    ReferenceFileBinaryObject*=udt:BinaryObjectType Index?=udt:TextType RequestedActionCode*=udt:CodeType
    PriceListItemID?=udt:IDType ContractualLanguageCode?=udt:CodeType
    ActualWorkItemComplexDescription*=ram:WorkItemComplexDescriptionType
    TotalQuantityWorkItemQuantityAnalysis*=ram:WorkItemQuantityAnalysisType UnitCalculatedPrice*=ram:CalculatedPriceType
    TotalCalculatedPrice*=ram:CalculatedPriceType SubordinateBasicWorkItem*=ram:BasicWorkItemType
    ChangedRecordedStatus*=ram:RecordedStatusType ItemBasicWorkItem*=ram:BasicWorkItemType
    ReferencedSpecifiedBinaryFile*=ram:SpecifiedBinaryFileType
  ram:BranchFinancialInstitutionType = ram: ID?=udt:IDType Name?=udt:TextType
    LocationFinancialInstitutionAddress?=ram:FinancialInstitutionAddressType
  ram:CalculatedPriceType = ram: TypeCode*=udt:CodeType ChargeAmount*=udt:AmountType
    RelatedAppliedAllowanceCharge*=ram:AppliedAllowanceChargeType
  ram:ContactPersonType = ram: GivenName?=udt:TextType MiddleName?=udt:TextType FamilyName?=udt:TextType
  ram:CreditorFinancialAccountType = ram: IBANID?=udt:IDType AccountName?=udt:TextType ProprietaryID?=udt:IDType
  ram:CreditorFinancialInstitutionType = ram: BICID?=udt:IDType CHIPSUniversalID?=udt:IDType NewZealandNCCID?=udt:IDType
    IrishNSCID?=udt:IDType UKSortCodeID?=udt:IDType CHIPSParticipantID?=udt:IDType SwissBCID?=udt:IDType
    FedwireRoutingNumberID?=udt:IDType PortugueseNCCID?=udt:IDType RussianCentralBankID?=udt:IDType ItalianDomesticID?=udt:IDType
    AustrianBankleitzahlID?=udt:IDType CanadianPaymentsAssociationID?=udt:IDType SICID?=udt:IDType GermanBankleitzahlID?=udt:IDType
    SpanishDomesticInterbankingID?=udt:IDType SouthAfricanNCCID?=udt:IDType HongKongBankID?=udt:IDType AustralianBSBID?=udt:IDType
    IndianFinancialSystemID?=udt:IDType HellenicBankID?=udt:IDType PolishNationalClearingID?=udt:IDType Name?=udt:TextType
    ClearingSystemName?=udt:TextType JapanFinancialInstitutionCommonID?=udt:IDType
    LocationFinancialInstitutionAddress?=ram:FinancialInstitutionAddressType
    SubDivisionBranchFinancialInstitution?=ram:BranchFinancialInstitutionType
  ram:DebtorFinancialAccountType = ram: IBANID?=udt:IDType AccountName?=udt:TextType ProprietaryID?=udt:IDType
  ram:DebtorFinancialInstitutionType = ram: BICID?=udt:IDType ClearingSystemName?=udt:TextType CHIPSUniversalID?=udt:IDType
    NewZealandNCCID?=udt:IDType IrishNSCID?=udt:IDType UKSortCodeID?=udt:IDType CHIPSParticipantID?=udt:IDType SwissBCID?=udt:IDType
    FedwireRoutingNumberID?=udt:IDType PortugueseNCCID?=udt:IDType RussianCentralBankID?=udt:IDType ItalianDomesticID?=udt:IDType
    AustrianBankleitzahlID?=udt:IDType CanadianPaymentsAssociationID?=udt:IDType SICID?=udt:IDType GermanBankleitzahlID?=udt:IDType
    SpanishDomesticInterbankingID?=udt:IDType SouthAfricanNCCID?=udt:IDType HongKongBankID?=udt:IDType AustralianBSBID?=udt:IDType
    IndianFinancialSystemID?=udt:IDType HellenicBankID?=udt:IDType PolishNationalClearingID?=udt:IDType Name?=udt:TextType
    JapanFinancialInstitutionCommonID?=udt:IDType LocationFinancialInstitutionAddress?=ram:FinancialInstitutionAddressType
    SubDivisionBranchFinancialInstitution?=ram:BranchFinancialInstitutionType
  ram:DeliveryAdjustmentType = ram: ReasonCode?=qdt:AdjustmentReasonCodeType Reason*=udt:TextType ActualAmount*=udt:AmountType
    ActualQuantity?=udt:QuantityType ActualDateTime?=udt:DateTimeType
  ram:DisposalInstructionsType = ram: MaterialID?=udt:IDType RecyclingDescriptionCode*=udt:CodeType Description*=udt:TextType
    RecyclingProcedure*=udt:TextType
  ram:DocumentContextParameterType = ram: ID?=udt:IDType Value?=udt:TextType SpecifiedDocumentVersion?=ram:DocumentVersionType
  ram:DocumentLineDocumentType = ram: LineID?=udt:IDType ParentLineID?=udt:IDType LineStatusCode?=qdt:LineStatusCodeType
    LineStatusReasonCode?=udt:CodeType IncludedNote*=ram:NoteType
  ram:DocumentVersionType = ram: ID?=udt:IDType Name?=udt:TextType IssueDateTime?=udt:DateTimeType
  ram:ExchangedDocumentContextType = ram: SpecifiedTransactionID?=udt:IDType TestIndicator?=udt:IndicatorType
    BusinessProcessSpecifiedDocumentContextParameter*=ram:DocumentContextParameterType
    BIMSpecifiedDocumentContextParameter*=ram:DocumentContextParameterType
    ScenarioSpecifiedDocumentContextParameter*=ram:DocumentContextParameterType
    ApplicationSpecifiedDocumentContextParameter*=ram:DocumentContextParameterType
    GuidelineSpecifiedDocumentContextParameter*=ram:DocumentContextParameterType
    SubsetSpecifiedDocumentContextParameter*=ram:DocumentContextParameterType
    MessageStandardSpecifiedDocumentContextParameter?=ram:DocumentContextParameterType
  ram:ExchangedDocumentType = ram: ID=udt:IDType Name*=udt:TextType TypeCode?=qdt:DocumentCodeType IssueDateTime=udt:DateTimeType
    CopyIndicator?=udt:IndicatorType Purpose?=udt:TextType ControlRequirementIndicator?=udt:IndicatorType LanguageID*=udt:IDType
    PurposeCode?=qdt:MessageFunctionCodeType RevisionDateTime?=udt:DateTimeType VersionID?=udt:IDType GlobalID?=udt:IDType
    RevisionID?=udt:IDType PreviousRevisionID?=udt:IDType CategoryCode?=udt:CodeType IncludedNote*=ram:NoteType
    EffectiveSpecifiedPeriod?=ram:SpecifiedPeriodType IssuerTradeParty?=ram:TradePartyType
  ram:FinancialAdjustmentType = ram: ReasonCode?=udt:CodeType Reason*=udt:TextType ActualAmount*=udt:AmountType
    ActualQuantity?=udt:QuantityType ActualDateTime?=udt:DateTimeType ClaimRelatedTradeParty?=ram:TradePartyType
    InvoiceReferenceReferencedDocument?=ram:ReferencedDocumentType
  ram:FinancialInstitutionAddressType = ram: PostcodeCode?=udt:CodeType BuildingNumber?=udt:TextType LineOne?=udt:TextType
    LineTwo?=udt:TextType LineThree?=udt:TextType LineFour?=udt:TextType LineFive?=udt:TextType StreetName?=udt:TextType
    CityName?=udt:TextType CountrySubDivisionID?=udt:IDType CountryID?=udt:IDType TypeCode?=udt:CodeType
    DepartmentName?=udt:TextType PostOfficeBox?=udt:TextType CityID?=udt:IDType CountrySubDivisionName?=udt:TextType
    CountryName?=udt:TextType
  ram:GeographicalCoordinateType = ram: AltitudeMeasure?=udt:MeasureType LatitudeMeasure?=udt:MeasureType
    LongitudeMeasure?=udt:MeasureType SystemID?=udt:IDType
  ram:GroupedWorkItemType = ram: ID=udt:IDType PrimaryClassificationCode*=udt:CodeType AlternativeClassificationCode*=udt:CodeType
    TypeCode*=udt:CodeType Comment*=udt:TextType TotalQuantity?=udt:QuantityType Index?=udt:TextType
    RequestedActionCode*=udt:CodeType PriceListItemID?=udt:IDType ContractualLanguageCode?=udt:CodeType
    TotalCalculatedPrice*=ram:CalculatedPriceType ItemGroupedWorkItem*=ram:GroupedWorkItemType
    ItemBasicWorkItem*=ram:BasicWorkItemType ChangedRecordedStatus*=ram:RecordedStatusType
    ActualWorkItemComplexDescription*=ram:WorkItemComplexDescriptionType ReferencedSpecifiedBinaryFile*=ram:SpecifiedBinaryFileType
  ram:HeaderTradeAgreementType = ram: Reference*=udt:TextType BuyerReference?=udt:TextType SellerTradeParty?=ram:TradePartyType
    BuyerTradeParty?=ram:TradePartyType SalesAgentTradeParty?=ram:TradePartyType BuyerRequisitionerTradeParty*=ram:TradePartyType
    BuyerAssignedAccountantTradeParty?=ram:TradePartyType SellerAssignedAccountantTradeParty?=ram:TradePartyType
    BuyerTaxRepresentativeTradeParty?=ram:TradePartyType SellerTaxRepresentativeTradeParty?=ram:TradePartyType
    ProductEndUserTradeParty?=ram:TradePartyType ApplicableTradeDeliveryTerms?=ram:TradeDeliveryTermsType
    SellerOrderReferencedDocument?=ram:ReferencedDocumentType BuyerOrderReferencedDocument?=ram:ReferencedDocumentType
    QuotationReferencedDocument?=ram:ReferencedDocumentType OrderResponseReferencedDocument?=ram:ReferencedDocumentType
    ContractReferencedDocument?=ram:ReferencedDocumentType DemandForecastReferencedDocument?=ram:ReferencedDocumentType
    SupplyInstructionReferencedDocument?=ram:ReferencedDocumentType PromotionalDealReferencedDocument?=ram:ReferencedDocumentType
    PriceListReferencedDocument?=ram:ReferencedDocumentType AdditionalReferencedDocument*=ram:ReferencedDocumentType
    RequisitionerReferencedDocument*=ram:ReferencedDocumentType BuyerAgentTradeParty?=ram:TradePartyType
    PurchaseConditionsReferencedDocument*=ram:ReferencedDocumentType SpecifiedProcuringProject?=ram:ProcuringProjectType
    UltimateCustomerOrderReferencedDocument*=ram:ReferencedDocumentType
  ram:HeaderTradeDeliveryType = ram: RelatedSupplyChainConsignment?=ram:SupplyChainConsignmentType
    ShipToTradeParty?=ram:TradePartyType UltimateShipToTradeParty?=ram:TradePartyType ShipFromTradeParty?=ram:TradePartyType
    ActualDespatchSupplyChainEvent?=ram:SupplyChainEventType ActualPickUpSupplyChainEvent?=ram:SupplyChainEventType
    ActualDeliverySupplyChainEvent?=ram:SupplyChainEventType ActualReceiptSupplyChainEvent?=ram:SupplyChainEventType
    AdditionalReferencedDocument*=ram:ReferencedDocumentType DespatchAdviceReferencedDocument?=ram:ReferencedDocumentType
    ReceivingAdviceReferencedDocument?=ram:ReferencedDocumentType DeliveryNoteReferencedDocument?=ram:ReferencedDocumentType
    ConsumptionReportReferencedDocument?=ram:ReferencedDocumentType PreviousDeliverySupplyChainEvent*=ram:SupplyChainEventType
    PackingListReferencedDocument?=ram:ReferencedDocumentType
  ram:HeaderTradeSettlementType = ram: DuePayableAmount*=udt:AmountType CreditorReferenceTypeCode*=udt:CodeType
    CreditorReferenceType*=udt:TextType CreditorReferenceIssuerID*=udt:IDType CreditorReferenceID?=udt:IDType
    PaymentReference*=udt:TextType TaxCurrencyCode?=qdt:CurrencyCodeType InvoiceCurrencyCode?=qdt:CurrencyCodeType
    PaymentCurrencyCode?=qdt:CurrencyCodeType InvoiceIssuerReference?=udt:TextType InvoiceDateTime?=udt:DateTimeType
    NextInvoiceDateTime*=udt:DateTimeType CreditReasonCode?=udt:CodeType CreditReason*=udt:TextType
    InvoicerTradeParty?=ram:TradePartyType InvoiceeTradeParty?=ram:TradePartyType PayeeTradeParty?=ram:TradePartyType
    PayerTradeParty?=ram:TradePartyType TaxApplicableTradeCurrencyExchange?=ram:TradeCurrencyExchangeType
    InvoiceApplicableTradeCurrencyExchange?=ram:TradeCurrencyExchangeType
    PaymentApplicableTradeCurrencyExchange?=ram:TradeCurrencyExchangeType
    SpecifiedTradeSettlementPaymentMeans*=ram:TradeSettlementPaymentMeansType ApplicableTradeTax*=ram:TradeTaxType
    BillingSpecifiedPeriod?=ram:SpecifiedPeriodType SpecifiedTradeAllowanceCharge*=ram:TradeAllowanceChargeType
    SubtotalCalculatedTradeTax*=ram:TradeTaxType SpecifiedLogisticsServiceCharge*=ram:LogisticsServiceChargeType
    SpecifiedTradePaymentTerms*=ram:TradePaymentTermsType
    SpecifiedTradeSettlementHeaderMonetarySummation?=ram:TradeSettlementHeaderMonetarySummationType
    SpecifiedFinancialAdjustment*=ram:FinancialAdjustmentType InvoiceReferencedDocument?=ram:ReferencedDocumentType
    ProFormaInvoiceReferencedDocument?=ram:ReferencedDocumentType LetterOfCreditReferencedDocument?=ram:ReferencedDocumentType
    FactoringAgreementReferencedDocument*=ram:ReferencedDocumentType FactoringListReferencedDocument*=ram:ReferencedDocumentType
    PayableSpecifiedTradeAccountingAccount*=ram:TradeAccountingAccountType
    ReceivableSpecifiedTradeAccountingAccount*=ram:TradeAccountingAccountType
    PurchaseSpecifiedTradeAccountingAccount*=ram:TradeAccountingAccountType
    SalesSpecifiedTradeAccountingAccount*=ram:TradeAccountingAccountType
    SpecifiedTradeSettlementFinancialCard*=ram:TradeSettlementFinancialCardType SpecifiedAdvancePayment*=ram:AdvancePaymentType
    UltimatePayeeTradeParty?=ram:TradePartyType
  ram:LegalOrganizationType = ram: LegalClassificationCode?=udt:CodeType Name?=udt:TextType ID?=udt:IDType
    TradingBusinessName?=udt:TextType PostalTradeAddress?=ram:TradeAddressType
    AuthorizedLegalRegistration*=ram:LegalRegistrationType
  ram:LegalRegistrationType = ram: TypeCode?=udt:CodeType ID?=udt:IDType
  ram:LineTradeAgreementType = ram: BuyerReference?=udt:TextType BuyerRequisitionerTradeParty*=ram:TradePartyType
    ApplicableTradeDeliveryTerms?=ram:TradeDeliveryTermsType SellerOrderReferencedDocument?=ram:ReferencedDocumentType
    BuyerOrderReferencedDocument?=ram:ReferencedDocumentType QuotationReferencedDocument?=ram:ReferencedDocumentType
    ContractReferencedDocument?=ram:ReferencedDocumentType DemandForecastReferencedDocument?=ram:ReferencedDocumentType
    PromotionalDealReferencedDocument?=ram:ReferencedDocumentType AdditionalReferencedDocument*=ram:ReferencedDocumentType
    GrossPriceProductTradePrice?=ram:TradePriceType NetPriceProductTradePrice?=ram:TradePriceType
    RequisitionerReferencedDocument*=ram:ReferencedDocumentType ItemSellerTradeParty?=ram:TradePartyType
    ItemBuyerTradeParty?=ram:TradePartyType IncludedSpecifiedMarketplace?=ram:SpecifiedMarketplaceType
    UltimateCustomerOrderReferencedDocument*=ram:ReferencedDocumentType
  ram:LineTradeDeliveryType = ram: RequestedQuantity?=udt:QuantityType ReceivedQuantity?=udt:QuantityType
    BilledQuantity?=udt:QuantityType ChargeFreeQuantity?=udt:QuantityType PackageQuantity?=udt:QuantityType
    ProductUnitQuantity?=udt:QuantityType PerPackageUnitQuantity?=udt:QuantityType NetWeightMeasure?=qdt:WeightUnitMeasureType
    GrossWeightMeasure?=qdt:WeightUnitMeasureType TheoreticalWeightMeasure?=qdt:WeightUnitMeasureType
    DespatchedQuantity?=udt:QuantityType SpecifiedDeliveryAdjustment*=ram:DeliveryAdjustmentType
    IncludedSupplyChainPackaging*=ram:SupplyChainPackagingType RelatedSupplyChainConsignment?=ram:SupplyChainConsignmentType
    ShipToTradeParty?=ram:TradePartyType UltimateShipToTradeParty?=ram:TradePartyType ShipFromTradeParty?=ram:TradePartyType
    ActualDespatchSupplyChainEvent?=ram:SupplyChainEventType ActualPickUpSupplyChainEvent?=ram:SupplyChainEventType
    RequestedDeliverySupplyChainEvent?=ram:SupplyChainEventType ActualDeliverySupplyChainEvent?=ram:SupplyChainEventType
    ActualReceiptSupplyChainEvent?=ram:SupplyChainEventType AdditionalReferencedDocument*=ram:ReferencedDocumentType
    DespatchAdviceReferencedDocument?=ram:ReferencedDocumentType ReceivingAdviceReferencedDocument?=ram:ReferencedDocumentType
    DeliveryNoteReferencedDocument?=ram:ReferencedDocumentType ConsumptionReportReferencedDocument?=ram:ReferencedDocumentType
    PackingListReferencedDocument?=ram:ReferencedDocumentType
  ram:LineTradeSettlementType = ram: PaymentReference*=udt:TextType InvoiceIssuerReference?=udt:TextType
    TotalAdjustmentAmount?=udt:AmountType DiscountIndicator?=udt:IndicatorType ApplicableTradeTax*=ram:TradeTaxType
    BillingSpecifiedPeriod?=ram:SpecifiedPeriodType SpecifiedTradeAllowanceCharge*=ram:TradeAllowanceChargeType
    SubtotalCalculatedTradeTax*=ram:TradeTaxType SpecifiedLogisticsServiceCharge*=ram:LogisticsServiceChargeType
    SpecifiedTradePaymentTerms*=ram:TradePaymentTermsType
    SpecifiedTradeSettlementLineMonetarySummation?=ram:TradeSettlementLineMonetarySummationType
    SpecifiedFinancialAdjustment*=ram:FinancialAdjustmentType InvoiceReferencedDocument?=ram:ReferencedDocumentType
    AdditionalReferencedDocument*=ram:ReferencedDocumentType PayableSpecifiedTradeAccountingAccount*=ram:TradeAccountingAccountType
    ReceivableSpecifiedTradeAccountingAccount*=ram:TradeAccountingAccountType
    PurchaseSpecifiedTradeAccountingAccount*=ram:TradeAccountingAccountType
    SalesSpecifiedTradeAccountingAccount*=ram:TradeAccountingAccountType
    SpecifiedTradeSettlementFinancialCard?=ram:TradeSettlementFinancialCardType
  ram:LogisticsLocationType = ram: ID?=udt:IDType Name*=udt:TextType TypeCode?=udt:CodeType Description*=udt:TextType
    PhysicalGeographicalCoordinate?=ram:GeographicalCoordinateType PostalTradeAddress?=ram:TradeAddressType
  ram:LogisticsServiceChargeType = ram: ID?=qdt:FreightChargeTypeIDType Description*=udt:TextType
    PaymentArrangementCode?=udt:CodeType TariffClassCode?=qdt:FreightChargeTariffClassCodeType ChargeCategoryCode?=udt:CodeType
    ServiceCategoryCode?=udt:CodeType DisbursementAmount*=udt:AmountType AppliedAmount*=udt:AmountType AllowanceCharge?=udt:TextType
    PayingPartyRoleCode?=qdt:ChargePayingPartyRoleCodeType CalculationBasisCode?=qdt:LogisticsChargeCalculationBasisCodeType
    CalculationBasis?=udt:TextType TransportPaymentMethodCode?=udt:CodeType PaymentPlaceLogisticsLocation?=ram:LogisticsLocationType
    AppliedFromLogisticsLocation?=ram:LogisticsLocationType AppliedToLogisticsLocation?=ram:LogisticsLocationType
    AppliedTradeTax*=ram:TradeTaxType
  ram:LogisticsTransportEquipmentType = ram: ID?=udt:IDType LoadingLengthMeasure?=qdt:LinearUnitMeasureType
    CategoryCode?=qdt:TransportEquipmentCategoryCodeType CharacteristicCode?=qdt:TransportEquipmentSizeTypeCodeType
    UsedCapacityCode?=qdt:TransportEquipmentFullnessCodeType LinearSpatialDimension?=ram:SpatialDimensionType
  ram:LogisticsTransportMeansType = ram: TypeCode?=qdt:TransportMeansTypeCodeType Type?=udt:TextType ID?=udt:IDType
    Name?=udt:TextType OwnerTradeParty?=ram:TradePartyType
  ram:LogisticsTransportMovementType = ram: StageCode?=qdt:TransportMovementStageCodeType ModeCode?=qdt:TransportModeCodeType
    Mode?=udt:TextType UsedLogisticsTransportMeans?=ram:LogisticsTransportMeansType
  ram:MaterialGoodsCharacteristicType = ram: Description*=udt:TextType TypeCode?=udt:CodeType
    ProportionalConstituentPercent?=udt:PercentType AbsolutePresenceWeightMeasure?=udt:MeasureType
    AbsolutePresenceVolumeMeasure?=udt:MeasureType
  ram:NoteType = ram: Subject?=udt:TextType ContentCode?=udt:CodeType Content*=udt:TextType SubjectCode?=udt:CodeType ID?=udt:IDType
  ram:PackagingMarkingType = ram: TypeCode*=qdt:PackagingMarkingCodeType Content*=udt:TextType ContentDateTime?=udt:DateTimeType
    ContentAmount*=udt:AmountType BarcodeTypeCode*=udt:CodeType ContentCode*=udt:CodeType
    AutomaticDataCaptureMethodTypeCode*=qdt:AutomaticDataCaptureMethodCodeType
  ram:ProcuringProjectType = ram: ID=udt:IDType Description?=udt:TextType Name=udt:TextType
  ram:ProductCharacteristicConditionType = ram: TypeCode?=udt:CodeType Name*=udt:TextType ValueMeasure?=udt:MeasureType
  ram:ProductCharacteristicType = ram: ID*=udt:IDType TypeCode?=udt:CodeType Description*=udt:TextType ValueMeasure?=udt:MeasureType
    MeasurementMethodCode?=udt:CodeType Value*=udt:TextType ValueCode?=udt:CodeType ValueDateTime?=udt:DateTimeType
    ValueIndicator?=udt:IndicatorType ContentTypeCode?=udt:CodeType ValueSpecifiedBinaryFile?=ram:SpecifiedBinaryFileType
    ApplicableProductCharacteristicCondition*=ram:ProductCharacteristicConditionType
    ApplicableReferencedStandard?=ram:ReferencedStandardType
  ram:ProductClassificationType = ram: SystemID?=udt:IDType SystemName*=udt:TextType ClassCode?=udt:CodeType ClassName*=udt:TextType
    SubClassCode?=udt:CodeType ClassProductCharacteristic*=ram:ProductCharacteristicType
    ApplicableReferencedStandard?=ram:ReferencedStandardType
  ram:RecordedStatusType = ram: ConditionCode=udt:CodeType ChangerName?=udt:TextType ChangedDateTime=udt:DateTimeType
  ram:ReferencedDocumentType = ram: IssuerAssignedID?=udt:IDType URIID?=udt:IDType StatusCode?=qdt:DocumentStatusCodeType
    CopyIndicator?=udt:IndicatorType LineID?=udt:IDType TypeCode?=qdt:DocumentCodeType GlobalID?=udt:IDType RevisionID?=udt:IDType
    Name*=udt:TextType AttachmentBinaryObject*=udt:BinaryObjectType Information*=udt:TextType
    ReferenceTypeCode?=qdt:ReferenceCodeType SectionName*=udt:TextType PreviousRevisionID*=udt:IDType
    FormattedIssueDateTime?=qdt:FormattedDateTimeType EffectiveSpecifiedPeriod?=ram:SpecifiedPeriodType
    IssuerTradeParty?=ram:TradePartyType AttachedSpecifiedBinaryFile*=ram:SpecifiedBinaryFileType
  ram:ReferencedProductType = ram: ID*=udt:IDType GlobalID*=udt:IDType SellerAssignedID?=udt:IDType BuyerAssignedID?=udt:IDType
    ManufacturerAssignedID*=udt:IDType IndustryAssignedID*=udt:IDType Name*=udt:TextType Description*=udt:TextType
    RelationshipTypeCode*=udt:CodeType UnitQuantity*=udt:QuantityType
  ram:ReferencedStandardType = ram: ID?=udt:IDType VersionID?=udt:IDType ElementVersionID?=udt:IDType URIID?=udt:IDType
    PartID?=udt:IDType AgencyID?=udt:IDType
  ram:ReferencePriceType = ram: ChargeAmount?=udt:AmountType BasisQuantity*=udt:QuantityType NetPriceIndicator*=udt:IndicatorType
    ComparisonMethodCode?=udt:CodeType
  ram:RegisteredTaxType = ram: TypeCode?=udt:CodeType ExemptionReasonCode?=udt:CodeType ExemptionReason*=udt:TextType
    CurrencyCode?=udt:CodeType Jurisdiction*=udt:TextType Description*=udt:TextType CustomsDutyIndicator?=udt:IndicatorType
  ram:ReturnableAssetInstructionsType = ram: MaterialID*=udt:IDType TermsAndConditionsDescription*=udt:TextType
    TermsAndConditionsDescriptionCode?=udt:CodeType DepositValueSpecifiedAmount*=udt:AmountType
    DepositValueValiditySpecifiedPeriod?=ram:SpecifiedPeriodType
  ram:SpatialDimensionType = ram: ValueMeasure?=udt:MeasureType TypeCode?=qdt:DimensionTypeCodeType Description*=udt:TextType
    WidthMeasure?=udt:MeasureType LengthMeasure?=udt:MeasureType HeightMeasure?=udt:MeasureType ID?=udt:IDType
    DiameterMeasure?=qdt:LinearUnitMeasureType
  ram:SpecificationQueryType = ram: ID=udt:IDType TypeCode?=udt:CodeType Content=udt:TextType ContractualLanguageCode?=udt:CodeType
  ram:SpecificationResponseType = ram: ID=udt:IDType QueryID?=udt:IDType TypeCode?=udt:CodeType Content=udt:TextType
    ContractualLanguageCode?=udt:CodeType
  ram:SpecifiedBinaryFileType = ram: ID*=udt:IDType Title*=udt:TextType AuthorName*=udt:TextType VersionID?=udt:IDType
    FileName?=udt:TextType URIID?=udt:IDType MIMECode?=udt:CodeType EncodingCode?=udt:CodeType CharacterSetCode?=udt:CodeType
    IncludedBinaryObject*=udt:BinaryObjectType Access*=udt:TextType Description*=udt:TextType SizeMeasure?=udt:MeasureType
    AccessAvailabilitySpecifiedPeriod?=ram:SpecifiedPeriodType
  ram:SpecifiedMarketplaceType = ram: ID?=udt:IDType Name?=udt:TextType VirtualIndicator?=udt:IndicatorType WebsiteURIID*=udt:IDType
    SalesMethodCode?=udt:CodeType OrderingAvailablePeriod*=ram:AvailablePeriodType
  ram:SpecifiedPeriodType = ram: DurationMeasure*=udt:MeasureType InclusiveIndicator?=udt:IndicatorType Description*=udt:TextType
    StartDateTime?=udt:DateTimeType EndDateTime?=udt:DateTimeType CompleteDateTime?=udt:DateTimeType
    OpenIndicator?=udt:IndicatorType SeasonCode?=udt:CodeType ID?=udt:IDType Name*=udt:TextType SequenceNumeric?=udt:NumericType
    StartDateFlexibilityCode?=udt:CodeType ContinuousIndicator?=udt:IndicatorType PurposeCode?=udt:CodeType
  ram:SubordinateLineTradeAgreementType = ram: SellerOrderReferencedDocument?=ram:ReferencedDocumentType
    BuyerOrderReferencedDocument?=ram:ReferencedDocumentType AdditionalReferencedDocument*=ram:ReferencedDocumentType
    GrossPriceProductTradePrice?=ram:TradePriceType NetPriceProductTradePrice?=ram:TradePriceType
  ram:SubordinateLineTradeDeliveryType = ram: PackageQuantity?=udt:QuantityType ProductUnitQuantity?=udt:QuantityType
    PerPackageUnitQuantity?=udt:QuantityType IncludedSupplyChainPackaging*=ram:SupplyChainPackagingType
  ram:SubordinateLineTradeSettlementType = ram: ApplicableTradeTax?=ram:TradeTaxType
  ram:SubordinateTradeLineItemType = ram: ID*=udt:IDType SpecifiedReferencedProduct?=ram:ReferencedProductType
    ApplicableTradeProduct*=ram:TradeProductType SpecifiedSubordinateLineTradeAgreement?=ram:SubordinateLineTradeAgreementType
    SpecifiedSubordinateLineTradeDelivery?=ram:SubordinateLineTradeDeliveryType
    SpecifiedSubordinateLineTradeSettlement?=ram:SubordinateLineTradeSettlementType
  ram:SupplyChainConsignmentItemType = ram: TypeCode?=qdt:GoodsTypeCodeType TypeExtensionCode?=qdt:GoodsTypeExtensionCodeType
    DeclaredValueForCustomsAmount?=udt:AmountType DeclaredValueForStatisticsAmount?=udt:AmountType InvoiceAmount*=udt:AmountType
    GrossWeightMeasure?=qdt:WeightUnitMeasureType NetWeightMeasure?=udt:MeasureType TariffQuantity?=udt:QuantityType
    NatureIdentificationTransportCargo?=ram:TransportCargoType
  ram:SupplyChainConsignmentType = ram: GrossWeightMeasure*=qdt:WeightUnitMeasureType NetWeightMeasure*=udt:MeasureType
    GrossVolumeMeasure*=qdt:VolumeUnitMeasureType InsurancePremiumAmount?=udt:AmountType AssociatedInvoiceAmount*=udt:AmountType
    TotalChargeAmount?=udt:AmountType DeclaredValueForCustomsAmount?=udt:AmountType PackageQuantity?=udt:QuantityType
    ConsignorTradeParty?=ram:TradePartyType ConsigneeTradeParty?=ram:TradePartyType CarrierTradeParty?=ram:TradePartyType
    FreightForwarderTradeParty?=ram:TradePartyType DeliveryTradeParty?=ram:TradePartyType
    CustomsImportAgentTradeParty?=ram:TradePartyType CustomsExportAgentTradeParty?=ram:TradePartyType
    GroupingCentreTradeParty*=ram:TradePartyType TransportContractReferencedDocument?=ram:ReferencedDocumentType
    AssociatedReferencedDocument*=ram:ReferencedDocumentType IncludedSupplyChainConsignmentItem*=ram:SupplyChainConsignmentItemType
    UtilizedLogisticsTransportEquipment*=ram:LogisticsTransportEquipmentType
    SpecifiedLogisticsTransportMovement*=ram:LogisticsTransportMovementType
  ram:SupplyChainEventType = ram: ID?=udt:IDType OccurrenceDateTime?=udt:DateTimeType TypeCode?=udt:CodeType
    Description*=udt:TextType DescriptionBinaryObject*=udt:BinaryObjectType UnitQuantity?=udt:QuantityType
    LatestOccurrenceDateTime?=udt:DateTimeType EarliestOccurrenceDateTime?=udt:DateTimeType
    OccurrenceSpecifiedPeriod?=ram:SpecifiedPeriodType OccurrenceLogisticsLocation?=ram:LogisticsLocationType
  ram:SupplyChainPackagingType = ram: TypeCode?=qdt:PackageTypeCodeType Type?=udt:TextType Description*=udt:TextType
    ConditionCode?=udt:CodeType DisposalMethodCode*=udt:CodeType WeightMeasure*=udt:MeasureType
    MaximumStackabilityQuantity?=udt:QuantityType MaximumStackabilityWeightMeasure?=udt:MeasureType
    CustomerFacingTotalUnitQuantity?=udt:QuantityType LayerTotalUnitQuantity?=udt:QuantityType
    ContentLayerQuantity?=udt:QuantityType LinearSpatialDimension?=ram:SpatialDimensionType
    MinimumLinearSpatialDimension?=ram:SpatialDimensionType MaximumLinearSpatialDimension?=ram:SpatialDimensionType
    SpecifiedPackagingMarking*=ram:PackagingMarkingType ApplicableMaterialGoodsCharacteristic*=ram:MaterialGoodsCharacteristicType
    ApplicableDisposalInstructions*=ram:DisposalInstructionsType
    ApplicableReturnableAssetInstructions*=ram:ReturnableAssetInstructionsType
  ram:SupplyChainTradeLineItemType = ram: DescriptionCode?=udt:CodeType AssociatedDocumentLineDocument=ram:DocumentLineDocumentType
    SpecifiedTradeProduct?=ram:TradeProductType SpecifiedLineTradeAgreement?=ram:LineTradeAgreementType
    SpecifiedLineTradeDelivery?=ram:LineTradeDeliveryType SpecifiedLineTradeSettlement=ram:LineTradeSettlementType
    IncludedSubordinateTradeLineItem*=ram:SubordinateTradeLineItemType
  ram:SupplyChainTradeTransactionType = ram: IncludedSupplyChainTradeLineItem*=ram:SupplyChainTradeLineItemType
    ApplicableHeaderTradeAgreement=ram:HeaderTradeAgreementType ApplicableHeaderTradeDelivery=ram:HeaderTradeDeliveryType
    ApplicableHeaderTradeSettlement=ram:HeaderTradeSettlementType
  ram:TaxRegistrationType = ram: ID?=udt:IDType AssociatedRegisteredTax?=ram:RegisteredTaxType
  ram:TradeAccountingAccountType = ram: ID=udt:IDType SetTriggerCode?=qdt:AccountingDocumentCodeType
    TypeCode?=qdt:AccountingAccountTypeCodeType AmountTypeCode?=qdt:AccountingAmountTypeCodeType Name?=udt:TextType
    CostReferenceDimensionPattern?=udt:TextType
  ram:TradeAddressType = ram: ID?=udt:IDType PostcodeCode?=udt:CodeType PostOfficeBox?=udt:TextType BuildingName?=udt:TextType
    LineOne?=udt:TextType LineTwo?=udt:TextType LineThree?=udt:TextType LineFour?=udt:TextType LineFive?=udt:TextType
    StreetName?=udt:TextType CityName?=udt:TextType CitySubDivisionName?=udt:TextType CountryID?=qdt:CountryIDType
    CountryName*=udt:TextType CountrySubDivisionID?=udt:IDType CountrySubDivisionName*=udt:TextType AttentionOf?=udt:TextType
    CareOf?=udt:TextType BuildingNumber?=udt:TextType DepartmentName?=udt:TextType AdditionalStreetName?=udt:TextType
  ram:TradeAllowanceChargeType = ram: ChargeIndicator?=udt:IndicatorType ID?=udt:IDType SequenceNumeric?=udt:NumericType
    CalculationPercent?=udt:PercentType BasisAmount?=udt:AmountType BasisQuantity?=udt:QuantityType
    PrepaidIndicator?=udt:IndicatorType ActualAmount*=udt:AmountType UnitBasisAmount?=udt:AmountType
    ReasonCode?=qdt:AllowanceChargeReasonCodeType Reason?=udt:TextType TypeCode?=qdt:AllowanceChargeIdentificationCodeType
    CategoryTradeTax*=ram:TradeTaxType ActualTradeCurrencyExchange?=ram:TradeCurrencyExchangeType
  ram:TradeContactType = ram: ID?=udt:IDType PersonName?=udt:TextType DepartmentName?=udt:TextType TypeCode?=qdt:ContactTypeCodeType
    JobTitle?=udt:TextType Responsibility?=udt:TextType PersonID*=udt:IDType
    TelephoneUniversalCommunication?=ram:UniversalCommunicationType
    DirectTelephoneUniversalCommunication?=ram:UniversalCommunicationType
    MobileTelephoneUniversalCommunication?=ram:UniversalCommunicationType FaxUniversalCommunication?=ram:UniversalCommunicationType
    EmailURIUniversalCommunication?=ram:UniversalCommunicationType TelexUniversalCommunication?=ram:UniversalCommunicationType
    VOIPUniversalCommunication?=ram:UniversalCommunicationType
    InstantMessagingUniversalCommunication?=ram:UniversalCommunicationType SpecifiedNote*=ram:NoteType
    SpecifiedContactPerson?=ram:ContactPersonType
  ram:TradeCountrySubDivisionType = ram: ID?=udt:IDType Name*=udt:TextType
  ram:TradeCountryType = ram: ID?=qdt:CountryIDType Name*=udt:TextType
    SubordinateTradeCountrySubDivision*=ram:TradeCountrySubDivisionType
  ram:TradeCurrencyExchangeType = ram: SourceCurrencyCode=qdt:CurrencyCodeType SourceUnitBasisNumeric?=udt:NumericType
    TargetCurrencyCode=qdt:CurrencyCodeType TargetUnitBaseNumeric?=udt:NumericType MarketID?=udt:IDType ConversionRate=udt:RateType
    ConversionRateDateTime?=udt:DateTimeType AssociatedReferencedDocument*=ram:ReferencedDocumentType
  ram:TradeDeliveryTermsType = ram: DeliveryTypeCode?=qdt:DeliveryTermsCodeType Description*=udt:TextType
    RelevantTradeLocation?=ram:TradeLocationType
  ram:TradeLocationType = ram: CountryID?=qdt:CountryIDType CountryName?=udt:TextType ID?=udt:IDType Name?=udt:TextType
  ram:TradePartyType = ram: ID*=udt:IDType GlobalID*=udt:IDType Name?=udt:TextType RoleCode*=qdt:PartyRoleCodeType
    Description*=udt:TextType SpecifiedLegalOrganization?=ram:LegalOrganizationType DefinedTradeContact*=ram:TradeContactType
    PostalTradeAddress?=ram:TradeAddressType URIUniversalCommunication*=ram:UniversalCommunicationType
    SpecifiedTaxRegistration*=ram:TaxRegistrationType EndPointURIUniversalCommunication?=ram:UniversalCommunicationType
    LogoAssociatedSpecifiedBinaryFile*=ram:SpecifiedBinaryFileType
  ram:TradePaymentDiscountTermsType = ram: BasisDateTime?=udt:DateTimeType BasisPeriodMeasure?=udt:MeasureType
    BasisAmount?=udt:AmountType CalculationPercent?=udt:PercentType ActualDiscountAmount?=udt:AmountType
  ram:TradePaymentPenaltyTermsType = ram: BasisDateTime?=udt:DateTimeType BasisPeriodMeasure?=udt:MeasureType
    BasisAmount?=udt:AmountType CalculationPercent?=udt:PercentType ActualPenaltyAmount?=udt:AmountType
  ram:TradePaymentTermsType = ram: ID?=qdt:PaymentTermsIDType FromEventCode?=qdt:PaymentTermsEventTimeReferenceCodeType
    SettlementPeriodMeasure?=udt:MeasureType Description*=udt:TextType DueDateDateTime?=udt:DateTimeType
    TypeCode?=qdt:PaymentTermsTypeCodeType InstructionTypeCode?=udt:CodeType DirectDebitMandateID*=udt:IDType
    PartialPaymentPercent?=udt:PercentType PaymentMeansID*=udt:IDType PartialPaymentAmount*=udt:AmountType
    ApplicableTradePaymentPenaltyTerms?=ram:TradePaymentPenaltyTermsType
    ApplicableTradePaymentDiscountTerms?=ram:TradePaymentDiscountTermsType PayeeTradeParty*=ram:TradePartyType
  ram:TradePriceType = ram: TypeCode?=qdt:PriceTypeCodeType ChargeAmount+=udt:AmountType BasisQuantity?=udt:QuantityType
    MinimumQuantity?=udt:QuantityType MaximumQuantity?=udt:QuantityType ChangeReason*=udt:TextType
    OrderUnitConversionFactorNumeric?=udt:NumericType AppliedTradeAllowanceCharge*=ram:TradeAllowanceChargeType
    ValiditySpecifiedPeriod?=ram:SpecifiedPeriodType IncludedTradeTax*=ram:TradeTaxType DeliveryTradeLocation*=ram:TradeLocationType
    TradeComparisonReferencePrice*=ram:ReferencePriceType AssociatedReferencedDocument*=ram:ReferencedDocumentType
  ram:TradeProductInstanceType = ram: GlobalSerialID?=udt:IDType BatchID?=udt:IDType KanbanID?=udt:IDType
    SupplierAssignedSerialID?=udt:IDType BestBeforeDateTime?=udt:DateTimeType ExpiryDateTime?=udt:DateTimeType
    SellByDateTime?=udt:DateTimeType SerialID*=udt:IDType RegistrationID*=udt:IDType
    ProductionSupplyChainEvent?=ram:SupplyChainEventType PackagingSupplyChainEvent?=ram:SupplyChainEventType
    ApplicableMaterialGoodsCharacteristic*=ram:MaterialGoodsCharacteristicType
    ApplicableProductCharacteristic*=ram:ProductCharacteristicType
  ram:TradeProductType = ram: ID?=udt:IDType GlobalID?=udt:IDType SellerAssignedID?=udt:IDType BuyerAssignedID?=udt:IDType
    ManufacturerAssignedID?=udt:IDType Name*=udt:TextType TradeName?=udt:TextType Description?=udt:TextType TypeCode?=udt:CodeType
    NetWeightMeasure?=udt:MeasureType GrossWeightMeasure?=udt:MeasureType ProductGroupID*=udt:IDType EndItemTypeCode*=udt:CodeType
    EndItemName*=udt:TextType AreaDensityMeasure?=udt:MeasureType UseDescription*=udt:TextType BrandName?=udt:TextType
    SubBrandName?=udt:TextType DrainedNetWeightMeasure?=udt:MeasureType VariableMeasureIndicator?=udt:IndicatorType
    ColourCode?=udt:CodeType ColourDescription*=udt:TextType Designation*=udt:TextType
    FormattedCancellationAnnouncedLaunchDateTime?=qdt:FormattedDateTimeType
    FormattedLatestProductDataChangeDateTime?=qdt:FormattedDateTimeType
    ApplicableProductCharacteristic*=ram:ProductCharacteristicType
    ApplicableMaterialGoodsCharacteristic*=ram:MaterialGoodsCharacteristicType
    DesignatedProductClassification*=ram:ProductClassificationType IndividualTradeProductInstance*=ram:TradeProductInstanceType
    CertificationEvidenceReferenceReferencedDocument*=ram:ReferencedDocumentType
    InspectionReferenceReferencedDocument*=ram:ReferencedDocumentType OriginTradeCountry?=ram:TradeCountryType
    LinearSpatialDimension?=ram:SpatialDimensionType MinimumLinearSpatialDimension?=ram:SpatialDimensionType
    MaximumLinearSpatialDimension?=ram:SpatialDimensionType ManufacturerTradeParty?=ram:TradePartyType
    PresentationSpecifiedBinaryFile*=ram:SpecifiedBinaryFileType MSDSReferenceReferencedDocument?=ram:ReferencedDocumentType
    AdditionalReferenceReferencedDocument*=ram:ReferencedDocumentType LegalRightsOwnerTradeParty?=ram:TradePartyType
    BrandOwnerTradeParty?=ram:TradePartyType IncludedReferencedProduct*=ram:ReferencedProductType InformationNote*=ram:NoteType
  ram:TradeSettlementFinancialCardType = ram: MicrochipIndicator?=udt:IndicatorType ID?=udt:IDType TypeCode?=udt:CodeType
    CardholderName?=udt:TextType ExpiryDate?=udt:DateType VerificationNumeric?=udt:NumericType ValidFromDateTime?=udt:DateTimeType
    CreditLimitAmount*=udt:AmountType CreditAvailableAmount*=udt:AmountType InterestRatePercent?=udt:PercentType
    IssuingCompanyName?=udt:TextType Description?=udt:TextType
  ram:TradeSettlementHeaderMonetarySummationType = ram: LineTotalAmount*=udt:AmountType ChargeTotalAmount*=udt:AmountType
    AllowanceTotalAmount*=udt:AmountType TaxBasisTotalAmount*=udt:AmountType TaxTotalAmount*=udt:AmountType
    RoundingAmount*=udt:AmountType GrandTotalAmount*=udt:AmountType InformationAmount*=udt:AmountType
    TotalPrepaidAmount*=udt:AmountType TotalDiscountAmount*=udt:AmountType TotalAllowanceChargeAmount*=udt:AmountType
    DuePayableAmount*=udt:AmountType RetailValueExcludingTaxInformationAmount*=udt:AmountType
    TotalDepositFeeInformationAmount*=udt:AmountType ProductValueExcludingTobaccoTaxInformationAmount*=udt:AmountType
    TotalRetailValueInformationAmount*=udt:AmountType GrossLineTotalAmount*=udt:AmountType NetLineTotalAmount*=udt:AmountType
    NetIncludingTaxesLineTotalAmount*=udt:AmountType
  ram:TradeSettlementLineMonetarySummationType = ram: LineTotalAmount*=udt:AmountType ChargeTotalAmount*=udt:AmountType
    AllowanceTotalAmount*=udt:AmountType TaxBasisTotalAmount*=udt:AmountType TaxTotalAmount*=udt:AmountType
    GrandTotalAmount*=udt:AmountType InformationAmount*=udt:AmountType TotalAllowanceChargeAmount*=udt:AmountType
    TotalRetailValueInformationAmount*=udt:AmountType GrossLineTotalAmount*=udt:AmountType NetLineTotalAmount*=udt:AmountType
    NetIncludingTaxesLineTotalAmount*=udt:AmountType ProductWeightLossInformationAmount*=udt:AmountType
  ram:TradeSettlementPaymentMeansType = ram: PaymentChannelCode?=qdt:PaymentMeansChannelCodeType TypeCode?=qdt:PaymentMeansCodeType
    GuaranteeMethodCode?=qdt:PaymentGuaranteeMeansCodeType PaymentMethodCode?=udt:CodeType Information*=udt:TextType ID*=udt:IDType
    ApplicableTradeSettlementFinancialCard?=ram:TradeSettlementFinancialCardType
    PayerPartyDebtorFinancialAccount?=ram:DebtorFinancialAccountType
    PayeePartyCreditorFinancialAccount?=ram:CreditorFinancialAccountType
    PayerSpecifiedDebtorFinancialInstitution?=ram:DebtorFinancialInstitutionType
    PayeeSpecifiedCreditorFinancialInstitution?=ram:CreditorFinancialInstitutionType
  ram:TradeTaxType = ram: CalculatedAmount*=udt:AmountType TypeCode?=qdt:TaxTypeCodeType ExemptionReason?=udt:TextType
    CalculatedRate?=udt:RateType CalculationSequenceNumeric?=udt:NumericType BasisQuantity?=udt:QuantityType
    BasisAmount*=udt:AmountType UnitBasisAmount*=udt:AmountType LineTotalBasisAmount*=udt:AmountType
    AllowanceChargeBasisAmount*=udt:AmountType CategoryCode?=qdt:TaxCategoryCodeType CurrencyCode?=qdt:CurrencyCodeType
    Jurisdiction*=udt:TextType CustomsDutyIndicator?=udt:IndicatorType ExemptionReasonCode?=udt:CodeType
    TaxBasisAllowanceRate?=udt:RateType TaxPointDate?=udt:DateType Type?=udt:TextType InformationAmount*=udt:AmountType
    CategoryName*=udt:TextType DueDateTypeCode?=qdt:TimeReferenceCodeType RateApplicablePercent?=udt:PercentType
    SpecifiedTradeAccountingAccount*=ram:TradeAccountingAccountType ServiceSupplyTradeCountry?=ram:TradeCountryType
    BuyerRepayableTaxSpecifiedTradeAccountingAccount?=ram:TradeAccountingAccountType
    SellerPayableTaxSpecifiedTradeAccountingAccount?=ram:TradeAccountingAccountType
    SellerRefundableTaxSpecifiedTradeAccountingAccount?=ram:TradeAccountingAccountType
    BuyerDeductibleTaxSpecifiedTradeAccountingAccount?=ram:TradeAccountingAccountType
    BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount?=ram:TradeAccountingAccountType
    PlaceApplicableTradeLocation*=ram:TradeLocationType
  ram:TransportCargoType = ram: TypeCode?=qdt:CargoCategoryCodeType Identification?=udt:TextType
    OperationalCategoryCode?=qdt:CargoOperationalCategoryCodeType StatisticalClassificationCode?=qdt:CargoCommodityCategoryCodeType
  ram:UniversalCommunicationType = ram: URIID?=udt:IDType ChannelCode?=qdt:CommunicationChannelCodeType CompleteNumber?=udt:TextType
  ram:ValuationBreakdownStatementType = ram: ID=udt:IDType Name=udt:TextType Description*=udt:TextType
    MeasurementMethodID*=udt:IDType CreationDateTime=udt:DateTimeType DefaultCurrencyCode=qdt:CurrencyCodeType
    DefaultLanguageCode=udt:CodeType Comment*=udt:TextType TypeCode*=udt:CodeType RequestedActionCode*=udt:CodeType
    PriceListID?=udt:IDType ContractualLanguageCode?=udt:CodeType ItemGroupedWorkItem*=ram:GroupedWorkItemType
    ItemBasicWorkItem*=ram:BasicWorkItemType TotalCalculatedPrice*=ram:CalculatedPriceType
    ChangedRecordedStatus*=ram:RecordedStatusType CreationSpecifiedBinaryFile*=ram:SpecifiedBinaryFileType
    ReaderSpecifiedBinaryFile*=ram:SpecifiedBinaryFileType ReferencedSpecifiedBinaryFile*=ram:SpecifiedBinaryFileType
  ram:WorkItemComplexDescriptionType = ram: Abstract*=udt:TextType Content*=udt:TextType ContractualLanguageCode?=udt:CodeType
    RequestingSpecificationQuery*=ram:SpecificationQueryType RespondingSpecificationResponse*=ram:SpecificationResponseType
    SubsetWorkItemComplexDescription?=ram:WorkItemComplexDescriptionType
  ram:WorkItemDimensionType = ram: ID?=udt:IDType ValueMeasure=udt:MeasureType Description?=udt:TextType TypeCode=udt:CodeType
    ContractualLanguageCode?=udt:CodeType ComponentWorkItemDimension*=ram:WorkItemDimensionType
  ram:WorkItemQuantityAnalysisType = ram: ID=udt:IDType ActualQuantity?=udt:QuantityType Description?=udt:TextType
    ActualQuantityPercent?=udt:PercentType StatusCode?=udt:CodeType TypeCode?=udt:CodeType PrimaryClassificationCode*=udt:CodeType
    AlternativeClassificationCode*=udt:CodeType ContractualLanguageCode?=udt:CodeType
    ActualQuantityWorkItemDimension*=ram:WorkItemDimensionType BreakdownWorkItemQuantityAnalysis*=ram:WorkItemQuantityAnalysisType
    ChangedRecordedStatus*=ram:RecordedStatusType
  rsm:CrossIndustryInvoiceType = rsm: ExchangedDocumentContext=ram:ExchangedDocumentContextType
    ExchangedDocument=ram:ExchangedDocumentType SupplyChainTradeTransaction=ram:SupplyChainTradeTransactionType
    ValuationBreakdownStatement?=ram:ValuationBreakdownStatementType`
