// UBL 2.1, the elements that hold elements: types with their children in order, and which element has which type.

/** Types of cac: a name ending in a colon sets the namespace of those behind it; ? * + as in a DTD. */
export const aggregateTypes = `
  ActivityDataLineType = cbc: ID SupplyChainActivityTypeCode cac: BuyerCustomerParty? SellerSupplierParty? ActivityPeriod?
    ActivityOriginLocation ActivityFinalLocation? SalesItem+
  ActivityPropertyType = cbc: Name Value
  AddressLineType = cbc: Line
  AddressType = cbc: ID? AddressTypeCode? AddressFormatCode? Postbox? Floor? Room? StreetName? AdditionalStreetName? BlockName?
    BuildingName? BuildingNumber? InhouseMail? Department? MarkAttention? MarkCare? PlotIdentification? CitySubdivisionName?
    CityName? PostalZone? CountrySubentity? CountrySubentityCode? Region? District? TimezoneOffset? cac: AddressLine* Country?
    LocationCoordinate*
  AirTransportType = cbc: AircraftID
  AllowanceChargeType = cbc: ID? ChargeIndicator AllowanceChargeReasonCode? AllowanceChargeReason* MultiplierFactorNumeric?
    PrepaidIndicator? SequenceNumeric? Amount BaseAmount? AccountingCostCode? AccountingCost? PerUnitAmount? cac: TaxCategory*
    TaxTotal? PaymentMeans*
  AppealTermsType = cbc: Description* cac: PresentationPeriod? AppealInformationParty? AppealReceiverParty? MediationParty?
  AttachmentType = cbc: EmbeddedDocumentBinaryObject? cac: ExternalReference?
  AuctionTermsType = cbc: AuctionConstraintIndicator? JustificationDescription* Description* ProcessDescription*
    ConditionsDescription* ElectronicDeviceDescription* AuctionURI?
  AwardingCriterionResponseType = cbc: ID? AwardingCriterionID? AwardingCriterionDescription* Description* Quantity? Amount? cac:
    SubordinateAwardingCriterionResponse*
  AwardingCriterionType = cbc: ID? AwardingCriterionTypeCode? Description* WeightNumeric? Weight* CalculationExpression*
    CalculationExpressionCode? MinimumQuantity? MaximumQuantity? MinimumAmount? MaximumAmount? MinimumImprovementBid* cac:
    SubordinateAwardingCriterion*
  AwardingTermsType = cbc: WeightingAlgorithmCode? Description* TechnicalCommitteeDescription* LowTendersDescription*
    PrizeIndicator? PrizeDescription* PaymentDescription* FollowupContractIndicator? BindingOnBuyerIndicator? cac:
    AwardingCriterion* TechnicalCommitteePerson*
  BillingReferenceLineType = cbc: ID Amount? cac: AllowanceCharge*
  BillingReferenceType = cac: InvoiceDocumentReference? SelfBilledInvoiceDocumentReference? CreditNoteDocumentReference?
    SelfBilledCreditNoteDocumentReference? DebitNoteDocumentReference? ReminderDocumentReference? AdditionalDocumentReference?
    BillingReferenceLine*
  BranchType = cbc: ID? Name? cac: FinancialInstitution? Address?
  BudgetAccountLineType = cbc: ID? TotalAmount? cac: BudgetAccount*
  BudgetAccountType = cbc: ID? BudgetYearNumeric? cac: RequiredClassificationScheme?
  CapabilityType = cbc: CapabilityTypeCode? Description* ValueAmount? ValueQuantity? cac: EvidenceSupplied* ValidityPeriod?
  CardAccountType = cbc: PrimaryAccountNumberID NetworkID CardTypeCode? ValidityStartDate? ExpiryDate? IssuerID? IssueNumberID?
    CV2ID? CardChipCode? ChipApplicationID? HolderName?
  CatalogueItemSpecificationUpdateLineType = cbc: ID cac: ContractorCustomerParty? SellerSupplierParty? Item
  CatalogueLineType = cbc: ID ActionCode? LifeCycleStatusCode? ContractSubdivision? Note* OrderableIndicator? OrderableUnit?
    ContentUnitQuantity? OrderQuantityIncrementNumeric? MinimumOrderQuantity? MaximumOrderQuantity? WarrantyInformation*
    PackLevelCode? cac: ContractorCustomerParty? SellerSupplierParty? WarrantyParty? WarrantyValidityPeriod? LineValidityPeriod?
    ItemComparison* ComponentRelatedItem* AccessoryRelatedItem* RequiredRelatedItem* ReplacementRelatedItem*
    ComplementaryRelatedItem* ReplacedRelatedItem* RequiredItemLocationQuantity* DocumentReference* Item KeywordItemProperty*
    CallForTendersLineReference? CallForTendersDocumentReference?
  CataloguePricingUpdateLineType = cbc: ID cac: ContractorCustomerParty? SellerSupplierParty? RequiredItemLocationQuantity*
  CatalogueReferenceType = cbc: ID UUID? IssueDate? IssueTime? RevisionDate? RevisionTime? Note* Description* VersionID?
    PreviousVersionID?
  CatalogueRequestLineType = cbc: ID ContractSubdivision? Note* cac: LineValidityPeriod? RequiredItemLocationQuantity* Item
  CertificateOfOriginApplicationType = cbc: ReferenceID CertificateType ApplicationStatusCode? OriginalJobID PreviousJobID? Remarks*
    cac: Shipment EndorserParty+ PreparationParty IssuerParty ExporterParty? ImporterParty? IssuingCountry DocumentDistribution*
    SupportingDocumentReference* Signature*
  CertificateType = cbc: ID CertificateTypeCode CertificateType Remarks* cac: IssuerParty DocumentReference* Signature*
  ClassificationCategoryType = cbc: Name? CodeValue? Description* cac: CategorizesClassificationCategory*
  ClassificationSchemeType = cbc: ID UUID? LastRevisionDate? LastRevisionTime? Note* Name? Description* AgencyID? AgencyName?
    VersionID? URI? SchemeURI? LanguageID? cac: ClassificationCategory+
  ClauseType = cbc: ID? Content*
  CommodityClassificationType = cbc: NatureCode? CargoTypeCode? CommodityCode? ItemClassificationCode?
  CommunicationType = cbc: ChannelCode? Channel? Value?
  CompletedTaskType = cbc: AnnualAverageAmount? TotalTaskAmount? PartyCapacityAmount? Description* cac: EvidenceSupplied* Period?
    RecipientCustomerParty?
  ConditionType = cbc: AttributeID Measure? Description* MinimumMeasure? MaximumMeasure?
  ConsignmentType = cbc: ID CarrierAssignedID? ConsigneeAssignedID? ConsignorAssignedID? FreightForwarderAssignedID?
    BrokerAssignedID? ContractedCarrierAssignedID? PerformingCarrierAssignedID? SummaryDescription* TotalInvoiceAmount?
    DeclaredCustomsValueAmount? TariffDescription* TariffCode? InsurancePremiumAmount? GrossWeightMeasure? NetWeightMeasure?
    NetNetWeightMeasure? ChargeableWeightMeasure? GrossVolumeMeasure? NetVolumeMeasure? LoadingLengthMeasure? Remarks*
    HazardousRiskIndicator? AnimalFoodIndicator? HumanFoodIndicator? LivestockIndicator? BulkCargoIndicator? ContainerizedIndicator?
    GeneralCargoIndicator? SpecialSecurityIndicator? ThirdPartyPayerIndicator? CarrierServiceInstructions*
    CustomsClearanceServiceInstructions* ForwarderServiceInstructions* SpecialServiceInstructions* SequenceID?
    ShippingPriorityLevelCode? HandlingCode? HandlingInstructions* Information* TotalGoodsItemQuantity?
    TotalTransportHandlingUnitQuantity? InsuranceValueAmount? DeclaredForCarriageValueAmount? DeclaredStatisticsValueAmount?
    FreeOnBoardValueAmount? SpecialInstructions* SplitConsignmentIndicator? DeliveryInstructions* ConsignmentQuantity?
    ConsolidatableIndicator? HaulageInstructions* LoadingSequenceID? ChildConsignmentQuantity? TotalPackagesQuantity? cac:
    ConsolidatedShipment* CustomsDeclaration* RequestedPickupTransportEvent? RequestedDeliveryTransportEvent?
    PlannedPickupTransportEvent? PlannedDeliveryTransportEvent? Status* ChildConsignment* ConsigneeParty? ExporterParty?
    ConsignorParty? ImporterParty? CarrierParty? FreightForwarderParty? NotifyParty? OriginalDespatchParty? FinalDeliveryParty?
    PerformingCarrierParty? SubstituteCarrierParty? LogisticsOperatorParty? TransportAdvisorParty? HazardousItemNotificationParty?
    InsuranceParty? MortgageHolderParty? BillOfLadingHolderParty? OriginalDepartureCountry? FinalDestinationCountry? TransitCountry*
    TransportContract? TransportEvent* OriginalDespatchTransportationService? FinalDeliveryTransportationService? DeliveryTerms?
    PaymentTerms? CollectPaymentTerms? DisbursementPaymentTerms? PrepaidPaymentTerms? FreightAllowanceCharge* ExtraAllowanceCharge*
    MainCarriageShipmentStage* PreCarriageShipmentStage* OnCarriageShipmentStage* TransportHandlingUnit* FirstArrivalPortLocation?
    LastExitPortLocation?
  ConsumptionAverageType = cbc: AverageAmount? Description*
  ConsumptionCorrectionType = cbc: CorrectionType? CorrectionTypeCode? MeterNumber? GasPressureQuantity?
    ActualTemperatureReductionQuantity? NormalTemperatureReductionQuantity? DifferenceTemperatureReductionQuantity? Description*
    CorrectionUnitAmount? ConsumptionEnergyQuantity? ConsumptionWaterQuantity? CorrectionAmount?
  ConsumptionHistoryType = cbc: MeterNumber? Quantity Amount? ConsumptionLevelCode? ConsumptionLevel? Description* cac: Period
  ConsumptionLineType = cbc: ID ParentDocumentLineReferenceID? InvoicedQuantity LineExtensionAmount cac: Period? Delivery*
    AllowanceCharge* TaxTotal* UtilityItem Price? UnstructuredPrice?
  ConsumptionPointType = cbc: ID Description* SubscriberID? SubscriberType? SubscriberTypeCode? TotalDeliveredQuantity? cac:
    Address? WebSiteAccess? UtilityMeter*
  ConsumptionReportReferenceType = cbc: ConsumptionReportID ConsumptionType? ConsumptionTypeCode? TotalConsumedQuantity cac: Period
  ConsumptionReportType = cbc: ID ConsumptionType? ConsumptionTypeCode? Description* TotalConsumedQuantity? BasicConsumedQuantity?
    ResidentOccupantsNumeric? ConsumersEnergyLevelCode? ConsumersEnergyLevel? ResidenceType? ResidenceTypeCode? HeatingType?
    HeatingTypeCode? cac: Period? GuidanceDocumentReference? DocumentReference? ConsumptionReportReference* ConsumptionHistory*
  ConsumptionType = cbc: UtilityStatementTypeCode? cac: MainPeriod? AllowanceCharge* TaxTotal* EnergyWaterSupply?
    TelecommunicationsSupply? LegalMonetaryTotal
  ContactType = cbc: ID? Name? Telephone? Telefax? ElectronicMail? Note* cac: OtherCommunication*
  ContractExecutionRequirementType = cbc: Name* ExecutionRequirementCode? Description*
  ContractExtensionType = cbc: OptionsDescription* MinimumNumberNumeric? MaximumNumberNumeric? cac: OptionValidityPeriod? Renewal*
  ContractType = cbc: ID? IssueDate? IssueTime? NominationDate? NominationTime? ContractTypeCode? ContractType? Note* VersionID?
    Description* cac: ValidityPeriod? ContractDocumentReference* NominationPeriod? ContractualDelivery?
  ContractingActivityType = cbc: ActivityTypeCode? ActivityType?
  ContractingPartyType = cbc: BuyerProfileURI? cac: ContractingPartyType* ContractingActivity* Party
  ContractingPartyTypeType = cbc: PartyTypeCode? PartyType?
  CorporateRegistrationSchemeType = cbc: ID? Name? CorporateRegistrationTypeCode? cac: JurisdictionRegionAddress*
  CountryType = cbc: IdentificationCode? Name?
  CreditAccountType = cbc: AccountID
  CreditNoteLineType = cbc: ID UUID? Note* CreditedQuantity? LineExtensionAmount? TaxPointDate? AccountingCostCode? AccountingCost?
    PaymentPurposeCode? FreeOfChargeIndicator? cac: InvoicePeriod* OrderLineReference* DiscrepancyResponse* DespatchLineReference*
    ReceiptLineReference* BillingReference* DocumentReference* PricingReference? OriginatorParty? Delivery* PaymentTerms* TaxTotal*
    AllowanceCharge* Item? Price? DeliveryTerms* SubCreditNoteLine* ItemPriceExtension?
  CustomerPartyType = cbc: CustomerAssignedAccountID? SupplierAssignedAccountID? AdditionalAccountID* cac: Party? DeliveryContact?
    AccountingContact? BuyerContact?
  CustomsDeclarationType = cbc: ID cac: IssuerParty?
  DebitNoteLineType = cbc: ID UUID? Note* DebitedQuantity? LineExtensionAmount TaxPointDate? AccountingCostCode? AccountingCost?
    PaymentPurposeCode? cac: DiscrepancyResponse* DespatchLineReference* ReceiptLineReference* BillingReference* DocumentReference*
    PricingReference? Delivery* TaxTotal* AllowanceCharge* Item? Price? SubDebitNoteLine*
  DeclarationType = cbc: Name* DeclarationTypeCode? Description* cac: EvidenceSupplied*
  DeliveryTermsType = cbc: ID? SpecialTerms* LossRiskResponsibilityCode? LossRisk* Amount? cac: DeliveryLocation? AllowanceCharge?
  DeliveryType = cbc: ID? Quantity? MinimumQuantity? MaximumQuantity? ActualDeliveryDate? ActualDeliveryTime? LatestDeliveryDate?
    LatestDeliveryTime? ReleaseID? TrackingID? cac: DeliveryAddress? DeliveryLocation? AlternativeDeliveryLocation?
    RequestedDeliveryPeriod? PromisedDeliveryPeriod? EstimatedDeliveryPeriod? CarrierParty? DeliveryParty? NotifyParty* Despatch?
    DeliveryTerms* MinimumDeliveryUnit? MaximumDeliveryUnit? Shipment?
  DeliveryUnitType = cbc: BatchQuantity ConsumerUnitQuantity? HazardousRiskIndicator?
  DependentPriceReferenceType = cbc: Percent? cac: LocationAddress? DependentLineReference?
  DespatchLineType = cbc: ID UUID? Note* LineStatusCode? DeliveredQuantity? BackorderQuantity? BackorderReason* OutstandingQuantity?
    OutstandingReason* OversupplyQuantity? cac: OrderLineReference+ DocumentReference* Item Shipment*
  DespatchType = cbc: ID? RequestedDespatchDate? RequestedDespatchTime? EstimatedDespatchDate? EstimatedDespatchTime?
    ActualDespatchDate? ActualDespatchTime? GuaranteedDespatchDate? GuaranteedDespatchTime? ReleaseID? Instructions* cac:
    DespatchAddress? DespatchLocation? DespatchParty? CarrierParty? NotifyParty* Contact? EstimatedDespatchPeriod?
    RequestedDespatchPeriod?
  DimensionType = cbc: AttributeID Measure? Description* MinimumMeasure? MaximumMeasure?
  DocumentDistributionType = cbc: PrintQualifier MaximumCopiesNumeric cac: Party
  DocumentReferenceType = cbc: ID CopyIndicator? UUID? IssueDate? IssueTime? DocumentTypeCode? DocumentType? XPath* LanguageID?
    LocaleCode? VersionID? DocumentStatusCode? DocumentDescription* cac: Attachment? ValidityPeriod? IssuerParty?
    ResultOfVerification?
  DocumentResponseType = cac: Response DocumentReference+ IssuerParty? RecipientParty? LineResponse*
  DutyType = cbc: Amount Duty? DutyCode? cac: TaxCategory?
  EconomicOperatorRoleType = cbc: RoleCode? RoleDescription*
  EconomicOperatorShortListType = cbc: LimitationDescription* ExpectedQuantity? MaximumQuantity? MinimumQuantity? cac:
    PreSelectedParty*
  EmissionCalculationMethodType = cbc: CalculationMethodCode? FullnessIndicationCode? cac: MeasurementFromLocation?
    MeasurementToLocation?
  EndorsementType = cbc: DocumentID ApprovalStatus Remarks* cac: EndorserParty Signature*
  EndorserPartyType = cbc: RoleCode SequenceNumeric cac: Party SignatoryContact
  EnergyTaxReportType = cbc: TaxEnergyAmount? TaxEnergyOnAccountAmount? TaxEnergyBalanceAmount? cac: TaxScheme
  EnergyWaterSupplyType = cac: ConsumptionReport* EnergyTaxReport* ConsumptionAverage* EnergyWaterConsumptionCorrection*
  EnvironmentalEmissionType = cbc: EnvironmentalEmissionTypeCode ValueMeasure Description* cac: EmissionCalculationMethod*
  EvaluationCriterionType = cbc: EvaluationCriterionTypeCode? Description* ThresholdAmount? ThresholdQuantity? ExpressionCode?
    Expression* cac: DurationPeriod? SuggestedEvidence*
  EventCommentType = cbc: Comment IssueDate? IssueTime?
  EventLineItemType = cbc: LineNumberNumeric? cac: ParticipatingLocationsLocation? RetailPlannedImpact* SupplyItem
  EventTacticEnumerationType = cbc: ConsumerIncentiveTacticTypeCode? DisplayTacticTypeCode? FeatureTacticTypeCode?
    TradeItemPackingLabelingTypeCode?
  EventTacticType = cbc: Comment? Quantity? cac: EventTacticEnumeration Period?
  EventType = cbc: IdentificationID? OccurrenceDate? OccurrenceTime? TypeCode? Description* CompletionIndicator? cac: CurrentStatus*
    Contact* OccurenceLocation?
  EvidenceSuppliedType = cbc: ID
  EvidenceType = cbc: ID? EvidenceTypeCode? Description* CandidateStatement* cac: EvidenceIssuingParty? DocumentReference? Language?
  ExceptionCriteriaLineType = cbc: ID Note* ThresholdValueComparisonCode ThresholdQuantity ExceptionStatusCode?
    CollaborationPriorityCode? ExceptionResolutionCode? SupplyChainActivityTypeCode? PerformanceMetricTypeCode? cac:
    EffectivePeriod? SupplyItem+ ForecastExceptionCriterionLine?
  ExceptionNotificationLineType = cbc: ID Note* Description* ExceptionStatusCode? CollaborationPriorityCode? ResolutionCode?
    ComparedValueMeasure SourceValueMeasure VarianceQuantity? SupplyChainActivityTypeCode? PerformanceMetricTypeCode? cac:
    ExceptionObservationPeriod? DocumentReference* ForecastException? SupplyItem
  ExchangeRateType = cbc: SourceCurrencyCode SourceCurrencyBaseRate? TargetCurrencyCode TargetCurrencyBaseRate? ExchangeMarketID?
    CalculationRate? MathematicOperatorCode? Date? cac: ForeignExchangeContract?
  ExternalReferenceType = cbc: URI? DocumentHash? HashAlgorithmMethod? ExpiryDate? ExpiryTime? MimeCode? FormatCode? EncodingCode?
    CharacterSetCode? FileName? Description*
  FinancialAccountType = cbc: ID? Name? AliasName? AccountTypeCode? AccountFormatCode? CurrencyCode? PaymentNote* cac:
    FinancialInstitutionBranch? Country?
  FinancialGuaranteeType = cbc: GuaranteeTypeCode Description* LiabilityAmount? AmountRate? cac: ConstitutionPeriod?
  FinancialInstitutionType = cbc: ID? Name? cac: Address?
  ForecastExceptionCriterionLineType = cbc: ForecastPurposeCode ForecastTypeCode ComparisonDataSourceCode? DataSourceCode
    TimeDeltaDaysQuantity?
  ForecastExceptionType = cbc: ForecastPurposeCode ForecastTypeCode IssueDate IssueTime? DataSourceCode ComparisonDataCode?
    ComparisonForecastIssueTime? ComparisonForecastIssueDate?
  ForecastLineType = cbc: ID Note* FrozenDocumentIndicator? ForecastTypeCode cac: ForecastPeriod? SalesItem?
  ForecastRevisionLineType = cbc: ID Note* Description* RevisedForecastLineID SourceForecastIssueDate SourceForecastIssueTime
    AdjustmentReasonCode? cac: ForecastPeriod? SalesItem?
  FrameworkAgreementType = cbc: ExpectedOperatorQuantity? MaximumOperatorQuantity? Justification* Frequency* cac: DurationPeriod?
    SubsequentProcessTenderRequirement*
  GoodsItemContainerType = cbc: ID Quantity? cac: TransportEquipment*
  GoodsItemType = cbc: ID? SequenceNumberID? Description* HazardousRiskIndicator? DeclaredCustomsValueAmount?
    DeclaredForCarriageValueAmount? DeclaredStatisticsValueAmount? FreeOnBoardValueAmount? InsuranceValueAmount? ValueAmount?
    GrossWeightMeasure? NetWeightMeasure? NetNetWeightMeasure? ChargeableWeightMeasure? GrossVolumeMeasure? NetVolumeMeasure?
    Quantity? PreferenceCriterionCode? RequiredCustomsID? CustomsStatusCode? CustomsTariffQuantity?
    CustomsImportClassifiedIndicator? ChargeableQuantity? ReturnableQuantity? TraceID? cac: Item* GoodsItemContainer*
    FreightAllowanceCharge* InvoiceLine* Temperature* ContainedGoodsItem* OriginAddress? Delivery? Pickup? Despatch?
    MeasurementDimension* ContainingPackage* ShipmentDocumentReference? MinimumTemperature? MaximumTemperature?
  HazardousGoodsTransitType = cbc: TransportEmergencyCardCode? PackingCriteriaCode? HazardousRegulationCode?
    InhalationToxicityZoneCode? TransportAuthorizationCode? cac: MaximumTemperature? MinimumTemperature?
  HazardousItemType = cbc: ID? PlacardNotation? PlacardEndorsement? AdditionalInformation* UNDGCode? EmergencyProceduresCode?
    MedicalFirstAidGuideCode? TechnicalName? CategoryName? HazardousCategoryCode? UpperOrangeHazardPlacardID?
    LowerOrangeHazardPlacardID? MarkingID? HazardClassID? NetWeightMeasure? NetVolumeMeasure? Quantity? cac: ContactParty?
    SecondaryHazard* HazardousGoodsTransit* EmergencyTemperature? FlashpointTemperature? AdditionalTemperature*
  ImmobilizedSecurityType = cbc: ImmobilizationCertificateID? SecurityID? IssueDate? FaceValueAmount? MarketValueAmount?
    SharesNumberQuantity? cac: IssuerParty?
  InstructionForReturnsLineType = cbc: ID Note* Quantity cac: ManufacturerParty? Item
  InventoryReportLineType = cbc: ID Note* Quantity InventoryValueAmount? AvailabilityDate? AvailabilityStatusCode? cac: Item
    InventoryLocation?
  InvoiceLineType = cbc: ID UUID? Note* InvoicedQuantity? LineExtensionAmount TaxPointDate? AccountingCostCode? AccountingCost?
    PaymentPurposeCode? FreeOfChargeIndicator? cac: InvoicePeriod* OrderLineReference* DespatchLineReference* ReceiptLineReference*
    BillingReference* DocumentReference* PricingReference? OriginatorParty? Delivery* PaymentTerms* AllowanceCharge* TaxTotal*
    WithholdingTaxTotal* Item Price? DeliveryTerms? SubInvoiceLine* ItemPriceExtension?
  ItemComparisonType = cbc: PriceAmount? Quantity?
  ItemIdentificationType = cbc: ID ExtendedID? BarcodeSymbologyID? cac: PhysicalAttribute* MeasurementDimension* IssuerParty?
  ItemInformationRequestLineType = cbc: TimeFrequencyCode? SupplyChainActivityTypeCode? ForecastTypeCode? PerformanceMetricTypeCode?
    cac: Period+ SalesItem+
  ItemInstanceType = cbc: ProductTraceID? ManufactureDate? ManufactureTime? BestBeforeDate? RegistrationID? SerialID? cac:
    AdditionalItemProperty* LotIdentification?
  ItemLocationQuantityType = cbc: LeadTimeMeasure? MinimumQuantity? MaximumQuantity? HazardousRiskIndicator? TradingRestrictions*
    cac: ApplicableTerritoryAddress* Price? DeliveryUnit* ApplicableTaxCategory* Package? AllowanceCharge* DependentPriceReference?
  ItemManagementProfileType = cbc: FrozenPeriodDaysNumeric? MinimumInventoryQuantity? MultipleOrderQuantity?
    OrderIntervalDaysNumeric? ReplenishmentOwnerDescription* TargetServicePercent? TargetInventoryQuantity? cac: EffectivePeriod
    Item ItemLocationQuantity?
  ItemPropertyGroupType = cbc: ID Name? ImportanceCode?
  ItemPropertyRangeType = cbc: MinimumValue? MaximumValue?
  ItemPropertyType = cbc: ID? Name NameCode? TestMethod? Value? ValueQuantity? ValueQualifier* ImportanceCode? ListValue* cac:
    UsabilityPeriod? ItemPropertyGroup* RangeDimension? ItemPropertyRange?
  ItemType = cbc: Description* PackQuantity? PackSizeNumeric? CatalogueIndicator? Name? HazardousRiskIndicator?
    AdditionalInformation* Keyword* BrandName* ModelName* cac: BuyersItemIdentification? SellersItemIdentification?
    ManufacturersItemIdentification* StandardItemIdentification? CatalogueItemIdentification? AdditionalItemIdentification*
    CatalogueDocumentReference? ItemSpecificationDocumentReference* OriginCountry? CommodityClassification* TransactionConditions*
    HazardousItem* ClassifiedTaxCategory* AdditionalItemProperty* ManufacturerParty* InformationContentProviderParty? OriginAddress*
    ItemInstance* Certificate* Dimension*
  LanguageType = cbc: ID? Name? LocaleCode?
  LineItemType = cbc: ID SalesOrderID? UUID? Note* LineStatusCode? Quantity? LineExtensionAmount? TotalTaxAmount? MinimumQuantity?
    MaximumQuantity? MinimumBackorderQuantity? MaximumBackorderQuantity? InspectionMethodCode? PartialDeliveryIndicator?
    BackOrderAllowedIndicator? AccountingCostCode? AccountingCost? WarrantyInformation* cac: Delivery* DeliveryTerms?
    OriginatorParty? OrderedShipment* PricingReference? AllowanceCharge* Price? Item SubLineItem* WarrantyValidityPeriod?
    WarrantyParty? TaxTotal* ItemPriceExtension? LineReference*
  LineReferenceType = cbc: LineID UUID? LineStatusCode? cac: DocumentReference?
  LineResponseType = cac: LineReference Response+
  LocationCoordinateType = cbc: CoordinateSystemCode? LatitudeDegreesMeasure? LatitudeMinutesMeasure? LatitudeDirectionCode?
    LongitudeDegreesMeasure? LongitudeMinutesMeasure? LongitudeDirectionCode? AltitudeMeasure?
  LocationType = cbc: ID? Description* Conditions* CountrySubentity? CountrySubentityCode? LocationTypeCode? InformationURI? Name?
    cac: ValidityPeriod* Address? SubsidiaryLocation* LocationCoordinate*
  LotIdentificationType = cbc: LotNumberID? ExpiryDate? cac: AdditionalItemProperty*
  MaritimeTransportType = cbc: VesselID? VesselName? RadioCallSignID? ShipsRequirements* GrossTonnageMeasure? NetTonnageMeasure?
    cac: RegistryCertificateDocumentReference? RegistryPortLocation?
  MeterPropertyType = cbc: Name? NameCode? Value? ValueQuantity? ValueQualifier*
  MeterReadingType = cbc: ID? MeterReadingType? MeterReadingTypeCode? PreviousMeterReadingDate PreviousMeterQuantity
    LatestMeterReadingDate LatestMeterQuantity PreviousMeterReadingMethod? PreviousMeterReadingMethodCode? LatestMeterReadingMethod?
    LatestMeterReadingMethodCode? MeterReadingComments* DeliveredQuantity
  MeterType = cbc: MeterNumber? MeterName? MeterConstant? MeterConstantCode? TotalDeliveredQuantity? cac: MeterReading*
    MeterProperty*
  MiscellaneousEventType = cbc: MiscellaneousEventTypeCode cac: EventLineItem+
  MonetaryTotalType = cbc: LineExtensionAmount? TaxExclusiveAmount? TaxInclusiveAmount? AllowanceTotalAmount? ChargeTotalAmount?
    PrepaidAmount? PayableRoundingAmount? PayableAmount PayableAlternativeAmount?
  NotificationRequirementType = cbc: NotificationTypeCode PostEventNotificationDurationMeasure? PreEventNotificationDurationMeasure?
    cac: NotifyParty* NotificationPeriod* NotificationLocation*
  OnAccountPaymentType = cbc: EstimatedConsumedQuantity Note* cac: PaymentTerms+
  OrderLineReferenceType = cbc: LineID SalesOrderLineID? UUID? LineStatusCode? cac: OrderReference?
  OrderLineType = cbc: SubstitutionStatusCode? Note* cac: LineItem SellerProposedSubstituteLineItem* SellerSubstitutedLineItem*
    BuyerProposedSubstituteLineItem* CatalogueLineReference? QuotationLineReference? OrderLineReference* DocumentReference*
  OrderReferenceType = cbc: ID SalesOrderID? CopyIndicator? UUID? IssueDate? IssueTime? CustomerReference? OrderTypeCode? cac:
    DocumentReference?
  OrderedShipmentType = cac: Shipment Package*
  PackageType = cbc: ID? Quantity? ReturnableMaterialIndicator? PackageLevelCode? PackagingTypeCode? PackingMaterial* TraceID? cac:
    ContainedPackage* ContainingTransportEquipment? GoodsItem* MeasurementDimension* DeliveryUnit* Delivery? Pickup? Despatch?
  PartyIdentificationType = cbc: ID
  PartyLegalEntityType = cbc: RegistrationName? CompanyID? RegistrationDate? RegistrationExpirationDate? CompanyLegalFormCode?
    CompanyLegalForm? SoleProprietorshipIndicator? CompanyLiquidationStatusCode? CorporateStockAmount? FullyPaidSharesIndicator?
    cac: RegistrationAddress? CorporateRegistrationScheme? HeadOfficeParty? ShareholderParty*
  PartyNameType = cbc: Name
  PartyTaxSchemeType = cbc: RegistrationName? CompanyID? TaxLevelCode? ExemptionReasonCode? ExemptionReason* cac:
    RegistrationAddress? TaxScheme
  PartyType = cbc: MarkCareIndicator? MarkAttentionIndicator? WebsiteURI? LogoReferenceID? EndpointID? IndustryClassificationCode?
    cac: PartyIdentification* PartyName* Language? PostalAddress? PhysicalLocation? PartyTaxScheme* PartyLegalEntity* Contact?
    Person* AgentParty? ServiceProviderParty* PowerOfAttorney* FinancialAccount?
  PaymentMandateType = cbc: ID? MandateTypeCode? MaximumPaymentInstructionsNumeric? MaximumPaidAmount? SignatureID? cac: PayerParty?
    PayerFinancialAccount? ValidityPeriod? PaymentReversalPeriod? Clause*
  PaymentMeansType = cbc: ID? PaymentMeansCode PaymentDueDate? PaymentChannelCode? InstructionID? InstructionNote* PaymentID* cac:
    CardAccount? PayerFinancialAccount? PayeeFinancialAccount? CreditAccount? PaymentMandate? TradeFinancing?
  PaymentTermsType = cbc: ID? PaymentMeansID* PrepaidPaymentReferenceID? Note* ReferenceEventCode? SettlementDiscountPercent?
    PenaltySurchargePercent? PaymentPercent? Amount? SettlementDiscountAmount? PenaltyAmount? PaymentTermsDetailsURI?
    PaymentDueDate? InstallmentDueDate? InvoicingPartyReference? cac: SettlementPeriod? PenaltyPeriod? ExchangeRate? ValidityPeriod?
  PaymentType = cbc: ID? PaidAmount? ReceivedDate? PaidDate? PaidTime? InstructionID?
  PerformanceDataLineType = cbc: ID Note* PerformanceValueQuantity PerformanceMetricTypeCode cac: Period? Item?
  PeriodType = cbc: StartDate? StartTime? EndDate? EndTime? DurationMeasure? DescriptionCode* Description*
  PersonType = cbc: ID? FirstName? FamilyName? Title? MiddleName? OtherName? NameSuffix? JobTitle? NationalityID? GenderCode?
    BirthDate? BirthplaceName? OrganizationDepartment? cac: Contact? FinancialAccount? IdentityDocumentReference* ResidenceAddress?
  PhysicalAttributeType = cbc: AttributeID PositionCode? DescriptionCode? Description*
  PickupType = cbc: ID? ActualPickupDate? ActualPickupTime? EarliestPickupDate? EarliestPickupTime? LatestPickupDate?
    LatestPickupTime? cac: PickupLocation? PickupParty?
  PowerOfAttorneyType = cbc: ID? IssueDate? IssueTime? Description* cac: NotaryParty? AgentParty WitnessParty*
    MandateDocumentReference*
  PriceExtensionType = cbc: Amount cac: TaxTotal*
  PriceListType = cbc: ID? StatusCode? cac: ValidityPeriod* PreviousPriceList?
  PriceType = cbc: PriceAmount BaseQuantity? PriceChangeReason* PriceTypeCode? PriceType? OrderableUnitFactorRate? cac:
    ValidityPeriod* PriceList? AllowanceCharge* PricingExchangeRate?
  PricingReferenceType = cac: OriginalItemLocationQuantity? AlternativeConditionPrice*
  ProcessJustificationType = cbc: PreviousCancellationReasonCode? ProcessReasonCode? ProcessReason* Description*
  ProcurementProjectLotType = cbc: ID cac: TenderingTerms? ProcurementProject?
  ProcurementProjectType = cbc: ID? Name+ Description* ProcurementTypeCode? ProcurementSubTypeCode? QualityControlCode?
    RequiredFeeAmount? FeeDescription* RequestedDeliveryDate? EstimatedOverallContractQuantity? Note* cac: RequestedTenderTotal?
    MainCommodityClassification? AdditionalCommodityClassification* RealizedLocation* PlannedPeriod? ContractExtension?
    RequestForTenderLine*
  ProjectReferenceType = cbc: ID UUID? IssueDate? cac: WorkPhaseReference*
  PromotionalEventLineItemType = cbc: Amount cac: EventLineItem
  PromotionalEventType = cbc: PromotionalEventTypeCode SubmissionDate? FirstShipmentAvailibilityDate? LatestProposalAcceptanceDate?
    cac: PromotionalSpecification+
  PromotionalSpecificationType = cbc: SpecificationID? cac: PromotionalEventLineItem+ EventTactic*
  QualificationResolutionType = cbc: AdmissionCode ExclusionReason* Resolution* ResolutionDate ResolutionTime? cac:
    ProcurementProjectLot?
  QualifyingPartyType = cbc: ParticipationPercent? PersonalSituation* OperatingYearsQuantity? EmployeeQuantity?
    BusinessClassificationEvidenceID? BusinessIdentityEvidenceID? TendererRoleCode? cac: BusinessClassificationScheme?
    TechnicalCapability* FinancialCapability* CompletedTask* Declaration* Party? EconomicOperatorRole?
  QuotationLineType = cbc: ID? Note* Quantity? LineExtensionAmount? TotalTaxAmount? RequestForQuotationLineID? cac:
    DocumentReference* LineItem SellerProposedSubstituteLineItem* AlternativeLineItem* RequestLineReference?
  RailTransportType = cbc: TrainID RailCarID?
  ReceiptLineType = cbc: ID UUID? Note* ReceivedQuantity? ShortQuantity? ShortageActionCode? RejectedQuantity? RejectReasonCode?
    RejectReason* RejectActionCode? QuantityDiscrepancyCode? OversupplyQuantity? ReceivedDate? TimingComplaintCode? TimingComplaint?
    cac: OrderLineReference? DespatchLineReference* DocumentReference* Item* Shipment*
  RegulationType = cbc: Name LegalReference? OntologyURI?
  RelatedItemType = cbc: ID? Quantity? Description*
  ReminderLineType = cbc: ID Note* UUID? BalanceBroughtForwardIndicator? DebitLineAmount? CreditLineAmount? AccountingCostCode?
    AccountingCost? PenaltySurchargePercent? Amount? PaymentPurposeCode? cac: ReminderPeriod* BillingReference* ExchangeRate?
  RemittanceAdviceLineType = cbc: ID Note* UUID? DebitLineAmount? CreditLineAmount? BalanceAmount? PaymentPurposeCode?
    InvoicingPartyReference? cac: AccountingSupplierParty? AccountingCustomerParty? BuyerCustomerParty? SellerSupplierParty?
    OriginatorCustomerParty? PayeeParty? InvoicePeriod* BillingReference* DocumentReference* ExchangeRate?
  RenewalType = cbc: Amount? cac: Period?
  RequestForQuotationLineType = cbc: ID? UUID? Note* OptionalLineItemIndicator? PrivacyCode? SecurityClassificationCode? cac:
    DocumentReference* LineItem
  RequestForTenderLineType = cbc: ID? UUID? Note* Quantity? MinimumQuantity? MaximumQuantity? TaxIncludedIndicator? MinimumAmount?
    MaximumAmount? EstimatedAmount? cac: DocumentReference* DeliveryPeriod* RequiredItemLocationQuantity* WarrantyValidityPeriod?
    Item SubRequestForTenderLine*
  RequestedTenderTotalType = cbc: EstimatedOverallContractAmount? TotalAmount? TaxIncludedIndicator? MinimumAmount? MaximumAmount?
    MonetaryScope* AverageSubsequentContractAmount? cac: ApplicableTaxCategory*
  ResponseType = cbc: ReferenceID? ResponseCode? Description* EffectiveDate? EffectiveTime? cac: Status*
  ResultOfVerificationType = cbc: ValidatorID? ValidationResultCode? ValidationDate? ValidationTime? ValidateProcess? ValidateTool?
    ValidateToolVersion? cac: SignatoryParty?
  RetailPlannedImpactType = cbc: Amount ForecastPurposeCode ForecastTypeCode cac: Period?
  RoadTransportType = cbc: LicensePlateID
  SalesItemType = cbc: Quantity cac: ActivityProperty* TaxExclusivePrice* TaxInclusivePrice* Item
  SecondaryHazardType = cbc: ID? PlacardNotation? PlacardEndorsement? EmergencyProceduresCode? Extension*
  ServiceFrequencyType = cbc: WeekDayCode
  ServiceProviderPartyType = cbc: ID? ServiceTypeCode? ServiceType* cac: Party SellerContact?
  ShareholderPartyType = cbc: PartecipationPercent? cac: Party?
  ShipmentStageType = cbc: ID? TransportModeCode? TransportMeansTypeCode? TransitDirectionCode? PreCarriageIndicator?
    OnCarriageIndicator? EstimatedDeliveryDate? EstimatedDeliveryTime? RequiredDeliveryDate? RequiredDeliveryTime?
    LoadingSequenceID? SuccessiveSequenceID? Instructions* DemurrageInstructions* CrewQuantity? PassengerQuantity? cac:
    TransitPeriod? CarrierParty* TransportMeans? LoadingPortLocation? UnloadingPortLocation? TransshipPortLocation?
    LoadingTransportEvent? ExaminationTransportEvent? AvailabilityTransportEvent? ExportationTransportEvent?
    DischargeTransportEvent? WarehousingTransportEvent? TakeoverTransportEvent? OptionalTakeoverTransportEvent?
    DropoffTransportEvent? ActualPickupTransportEvent? DeliveryTransportEvent? ReceiptTransportEvent? StorageTransportEvent?
    AcceptanceTransportEvent? TerminalOperatorParty? CustomsAgentParty? EstimatedTransitPeriod? FreightAllowanceCharge*
    FreightChargeLocation? DetentionTransportEvent* RequestedDepartureTransportEvent? RequestedArrivalTransportEvent?
    RequestedWaypointTransportEvent* PlannedDepartureTransportEvent? PlannedArrivalTransportEvent? PlannedWaypointTransportEvent*
    ActualDepartureTransportEvent? ActualWaypointTransportEvent? ActualArrivalTransportEvent? TransportEvent*
    EstimatedDepartureTransportEvent? EstimatedArrivalTransportEvent? PassengerPerson* DriverPerson* ReportingPerson?
    CrewMemberPerson* SecurityOfficerPerson? MasterPerson? ShipsSurgeonPerson?
  ShipmentType = cbc: ID ShippingPriorityLevelCode? HandlingCode? HandlingInstructions* Information* GrossWeightMeasure?
    NetWeightMeasure? NetNetWeightMeasure? GrossVolumeMeasure? NetVolumeMeasure? TotalGoodsItemQuantity?
    TotalTransportHandlingUnitQuantity? InsuranceValueAmount? DeclaredCustomsValueAmount? DeclaredForCarriageValueAmount?
    DeclaredStatisticsValueAmount? FreeOnBoardValueAmount? SpecialInstructions* DeliveryInstructions* SplitConsignmentIndicator?
    ConsignmentQuantity? cac: Consignment* GoodsItem* ShipmentStage* Delivery? TransportHandlingUnit* ReturnAddress? OriginAddress?
    FirstArrivalPortLocation? LastExitPortLocation? ExportCountry? FreightAllowanceCharge*
  SignatureType = cbc: ID Note* ValidationDate? ValidationTime? ValidatorID? CanonicalizationMethod? SignatureMethod? cac:
    SignatoryParty? DigitalSignatureAttachment? OriginalDocumentReference?
  StatementLineType = cbc: ID Note* UUID? BalanceBroughtForwardIndicator? DebitLineAmount? CreditLineAmount? BalanceAmount?
    PaymentPurposeCode? cac: PaymentMeans? PaymentTerms* BuyerCustomerParty? SellerSupplierParty? OriginatorCustomerParty?
    AccountingCustomerParty? AccountingSupplierParty? PayeeParty? InvoicePeriod* BillingReference* DocumentReference* ExchangeRate?
    AllowanceCharge* CollectedPayment*
  StatusType = cbc: ConditionCode? ReferenceDate? ReferenceTime? Description* StatusReasonCode? StatusReason* SequenceID? Text*
    IndicationIndicator? Percent? ReliabilityPercent? cac: Condition*
  StockAvailabilityReportLineType = cbc: ID Note* Quantity ValueAmount? AvailabilityDate? AvailabilityStatusCode? cac: Item
  StowageType = cbc: LocationID? Location* cac: MeasurementDimension*
  SubcontractTermsType = cbc: Rate? UnknownPriceIndicator? Description* Amount? SubcontractingConditionsCode? MaximumPercent?
    MinimumPercent?
  SubscriberConsumptionType = cbc: ConsumptionID? SpecificationTypeCode? Note* TotalMeteredQuantity? cac: SubscriberParty?
    UtilityConsumptionPoint OnAccountPayment* Consumption? SupplierConsumption*
  SupplierConsumptionType = cbc: Description* cac: UtilitySupplierParty? UtilityCustomerParty? Consumption Contract?
    ConsumptionLine+
  SupplierPartyType = cbc: CustomerAssignedAccountID? AdditionalAccountID* DataSendingCapability? cac: Party? DespatchContact?
    AccountingContact? SellerContact?
  TaxCategoryType = cbc: ID? Name? Percent? BaseUnitMeasure? PerUnitAmount? TaxExemptionReasonCode? TaxExemptionReason* TierRange?
    TierRatePercent? cac: TaxScheme
  TaxSchemeType = cbc: ID? Name? TaxTypeCode? CurrencyCode? cac: JurisdictionRegionAddress*
  TaxSubtotalType = cbc: TaxableAmount? TaxAmount CalculationSequenceNumeric? TransactionCurrencyTaxAmount? Percent?
    BaseUnitMeasure? PerUnitAmount? TierRange? TierRatePercent? cac: TaxCategory
  TaxTotalType = cbc: TaxAmount RoundingAmount? TaxEvidenceIndicator? TaxIncludedIndicator? cac: TaxSubtotal*
  TelecommunicationsServiceType = cbc: ID? CallDate CallTime ServiceNumberCalled TelecommunicationsServiceCategory?
    TelecommunicationsServiceCategoryCode? MovieTitle? RoamingPartnerName? PayPerView? Quantity? TelecommunicationsServiceCall?
    TelecommunicationsServiceCallCode? CallBaseAmount? CallExtensionAmount? cac: Price? Country? ExchangeRate* AllowanceCharge*
    TaxTotal* CallDuty* TimeDuty*
  TelecommunicationsSupplyLineType = cbc: ID PhoneNumber Description* LineExtensionAmount? cac: ExchangeRate* AllowanceCharge*
    TaxTotal* TelecommunicationsService+
  TelecommunicationsSupplyType = cbc: TelecommunicationsSupplyType? TelecommunicationsSupplyTypeCode? PrivacyCode Description*
    TotalAmount? cac: TelecommunicationsSupplyLine+
  TemperatureType = cbc: AttributeID Measure Description*
  TenderLineType = cbc: ID? Note* Quantity? LineExtensionAmount? TotalTaxAmount? OrderableUnit? ContentUnitQuantity?
    OrderQuantityIncrementNumeric? MinimumOrderQuantity? MaximumOrderQuantity? WarrantyInformation* PackLevelCode? cac:
    DocumentReference* Item? OfferedItemLocationQuantity* ReplacementRelatedItem* WarrantyParty? WarrantyValidityPeriod?
    SubTenderLine* CallForTendersLineReference? CallForTendersDocumentReference?
  TenderPreparationType = cbc: TenderEnvelopeID TenderEnvelopeTypeCode? Description* OpenTenderID? cac: ProcurementProjectLot*
    DocumentTenderRequirement*
  TenderRequirementType = cbc: Name Description* cac: TemplateDocumentReference?
  TenderResultType = cbc: TenderResultCode? Description* AdvertisementAmount? AwardDate AwardTime? ReceivedTenderQuantity?
    LowerTenderAmount? HigherTenderAmount? StartDate? ReceivedElectronicTenderQuantity? ReceivedForeignTenderQuantity? cac:
    Contract? AwardedTenderedProject? ContractFormalizationPeriod? SubcontractTerms* WinningParty*
  TenderedProjectType = cbc: VariantID? FeeAmount? FeeDescription* TenderEnvelopeID? TenderEnvelopeTypeCode? cac:
    ProcurementProjectLot? EvidenceDocumentReference* TaxTotal* LegalMonetaryTotal? TenderLine* AwardingCriterionResponse*
  TendererPartyQualificationType = cac: InterestedProcurementProjectLot* MainQualifyingParty AdditionalQualifyingParty*
  TendererQualificationRequestType = cbc: CompanyLegalFormCode? CompanyLegalForm? PersonalSituation* OperatingYearsQuantity?
    EmployeeQuantity? Description* cac: RequiredBusinessClassificationScheme* TechnicalEvaluationCriterion*
    FinancialEvaluationCriterion* SpecificTendererRequirement* EconomicOperatorRole*
  TendererRequirementType = cbc: Name* TendererRequirementTypeCode? Description* LegalReference? cac: SuggestedEvidence*
  TenderingProcessType = cbc: ID? OriginalContractingSystemID? Description* NegotiationDescription* ProcedureCode? UrgencyCode?
    ExpenseCode? PartPresentationCode? ContractingSystemCode? SubmissionMethodCode? CandidateReductionConstraintIndicator?
    GovernmentAgreementConstraintIndicator? cac: DocumentAvailabilityPeriod? TenderSubmissionDeadlinePeriod?
    InvitationSubmissionPeriod? ParticipationRequestReceptionPeriod? NoticeDocumentReference* AdditionalDocumentReference*
    ProcessJustification* EconomicOperatorShortList? OpenTenderEvent* AuctionTerms? FrameworkAgreement?
  TenderingTermsType = cbc: AwardingMethodTypeCode? PriceEvaluationCode? MaximumVariantQuantity? VariantConstraintIndicator?
    AcceptedVariantsDescription* PriceRevisionFormulaDescription* FundingProgramCode? FundingProgram* MaximumAdvertisementAmount?
    Note* PaymentFrequencyCode? EconomicOperatorRegistryURI? RequiredCurriculaIndicator? OtherConditionsIndicator?
    AdditionalConditions* LatestSecurityClearanceDate? DocumentationFeeAmount? cac: PenaltyClause* RequiredFinancialGuarantee*
    ProcurementLegislationDocumentReference? FiscalLegislationDocumentReference? EnvironmentalLegislationDocumentReference?
    EmploymentLegislationDocumentReference? ContractualDocumentReference* CallForTendersDocumentReference? WarrantyValidityPeriod?
    PaymentTerms* TendererQualificationRequest* AllowedSubcontractTerms* TenderPreparation* ContractExecutionRequirement*
    AwardingTerms? AdditionalInformationParty? DocumentProviderParty? TenderRecipientParty? ContractResponsibleParty?
    TenderEvaluationParty* TenderValidityPeriod? ContractAcceptancePeriod? AppealTerms? Language* BudgetAccountLine*
    ReplacedNoticeDocumentReference?
  TradeFinancingType = cbc: ID? FinancingInstrumentCode? cac: ContractDocumentReference? DocumentReference* FinancingParty
    FinancingFinancialAccount? Clause*
  TradingTermsType = cbc: Information* Reference? cac: ApplicableAddress?
  TransactionConditionsType = cbc: ID? ActionCode? Description* cac: DocumentReference*
  TransportEquipmentSealType = cbc: ID SealIssuerTypeCode? Condition? SealStatusCode? SealingPartyType?
  TransportEquipmentType = cbc: ID? ReferencedConsignmentID* TransportEquipmentTypeCode? ProviderTypeCode? OwnerTypeCode?
    SizeTypeCode? DispositionCode? FullnessIndicationCode? RefrigerationOnIndicator? Information* ReturnabilityIndicator?
    LegalStatusIndicator? AirFlowPercent? HumidityPercent? AnimalFoodApprovedIndicator? HumanFoodApprovedIndicator?
    DangerousGoodsApprovedIndicator? RefrigeratedIndicator? Characteristics? DamageRemarks* Description*
    SpecialTransportRequirements* GrossWeightMeasure? GrossVolumeMeasure? TareWeightMeasure? TrackingDeviceCode? PowerIndicator?
    TraceID? cac: MeasurementDimension* TransportEquipmentSeal* MinimumTemperature? MaximumTemperature? ProviderParty?
    LoadingProofParty? SupplierParty? OwnerParty? OperatingParty? LoadingLocation? UnloadingLocation? StorageLocation?
    PositioningTransportEvent* QuarantineTransportEvent* DeliveryTransportEvent* PickupTransportEvent* HandlingTransportEvent*
    LoadingTransportEvent* TransportEvent* ApplicableTransportMeans? HaulageTradingTerms* HazardousGoodsTransit*
    PackagedTransportHandlingUnit* ServiceAllowanceCharge* FreightAllowanceCharge* AttachedTransportEquipment* Delivery? Pickup?
    Despatch? ShipmentDocumentReference* ContainedInTransportEquipment* Package* GoodsItem*
  TransportEventType = cbc: IdentificationID? OccurrenceDate? OccurrenceTime? TransportEventTypeCode? Description*
    CompletionIndicator? cac: ReportedShipment? CurrentStatus* Contact* Location? Signature? Period*
  TransportExecutionTermsType = cbc: TransportUserSpecialTerms* TransportServiceProviderSpecialTerms* ChangeConditions* cac:
    PaymentTerms* DeliveryTerms* BonusPaymentTerms? CommissionPaymentTerms? PenaltyPaymentTerms? EnvironmentalEmission*
    NotificationRequirement* ServiceChargePaymentTerms?
  TransportHandlingUnitType = cbc: ID? TransportHandlingUnitTypeCode? HandlingCode? HandlingInstructions* HazardousRiskIndicator?
    TotalGoodsItemQuantity? TotalPackageQuantity? DamageRemarks* ShippingMarks* TraceID? cac: HandlingUnitDespatchLine*
    ActualPackage* ReceivedHandlingUnitReceiptLine* TransportEquipment* TransportMeans* HazardousGoodsTransit* MeasurementDimension*
    MinimumTemperature? MaximumTemperature? GoodsItem* FloorSpaceMeasurementDimension? PalletSpaceMeasurementDimension?
    ShipmentDocumentReference* Status* CustomsDeclaration* ReferencedShipment* Package*
  TransportMeansType = cbc: JourneyID? RegistrationNationalityID? RegistrationNationality* DirectionCode? TransportMeansTypeCode?
    TradeServiceCode? cac: Stowage? AirTransport? RoadTransport? RailTransport? MaritimeTransport? OwnerParty? MeasurementDimension*
  TransportScheduleType = cbc: SequenceNumeric ReferenceDate? ReferenceTime? ReliabilityPercent? Remarks* cac: StatusLocation
    ActualArrivalTransportEvent? ActualDepartureTransportEvent? EstimatedDepartureTransportEvent? EstimatedArrivalTransportEvent?
    PlannedDepartureTransportEvent? PlannedArrivalTransportEvent?
  TransportationSegmentType = cbc: SequenceNumeric TransportExecutionPlanReferenceID? cac: TransportationService
    TransportServiceProviderParty ReferencedConsignment? ShipmentStage*
  TransportationServiceType = cbc: TransportServiceCode TariffClassCode? Priority? FreightRateClassCode?
    TransportationServiceDescription* TransportationServiceDetailsURI? NominationDate? NominationTime? Name? SequenceNumeric? cac:
    TransportEquipment* SupportedTransportEquipment* UnsupportedTransportEquipment* CommodityClassification*
    SupportedCommodityClassification* UnsupportedCommodityClassification* TotalCapacityDimension? ShipmentStage* TransportEvent*
    ResponsibleTransportServiceProviderParty? EnvironmentalEmission* EstimatedDurationPeriod? ScheduledServiceFrequency*
  UnstructuredPriceType = cbc: PriceAmount? TimeAmount?
  UtilityItemType = cbc: ID SubscriberID? SubscriberType? SubscriberTypeCode? Description* PackQuantity? PackSizeNumeric?
    ConsumptionType? ConsumptionTypeCode? CurrentChargeType? CurrentChargeTypeCode? OneTimeChargeType? OneTimeChargeTypeCode? cac:
    TaxCategory? Contract?
  WebSiteAccessType = cbc: URI? Password Login
  WinningPartyType = cbc: Rank? cac: Party
  WorkPhaseReferenceType = cbc: ID? WorkPhaseCode? WorkPhase* ProgressPercent? StartDate? EndDate? cac: WorkOrderDocumentReference*`

/** Elements of cac by their type. */
export const aggregateElements = `
  ActivityDataLineType: ActivityDataLine SupplyChainActivityDataLine
  ActivityPropertyType: ActivityProperty
  AddressLineType: AddressLine
  AddressType: Address ApplicableAddress ApplicableTerritoryAddress DeliveryAddress DespatchAddress JurisdictionRegionAddress
    LocationAddress OriginAddress PostalAddress RegistrationAddress ResidenceAddress ReturnAddress
  AirTransportType: AirTransport
  AllowanceChargeType: AllowanceCharge ExtraAllowanceCharge FreightAllowanceCharge ServiceAllowanceCharge
  AppealTermsType: AppealTerms
  AttachmentType: Attachment DigitalSignatureAttachment
  AuctionTermsType: AuctionTerms
  AwardingCriterionResponseType: AwardingCriterionResponse SubordinateAwardingCriterionResponse
  AwardingCriterionType: AwardingCriterion SubordinateAwardingCriterion
  AwardingTermsType: AwardingTerms
  BillingReferenceLineType: BillingReferenceLine
  BillingReferenceType: BillingReference
  BranchType: Branch FinancialInstitutionBranch
  BudgetAccountLineType: BudgetAccountLine
  BudgetAccountType: BudgetAccount
  CapabilityType: Capability FinancialCapability TechnicalCapability
  CardAccountType: CardAccount
  CatalogueItemSpecificationUpdateLineType: CatalogueItemSpecificationUpdateLine
  CatalogueLineType: CatalogueLine
  CataloguePricingUpdateLineType: CataloguePricingUpdateLine
  CatalogueReferenceType: CatalogueReference DeletedCatalogueReference RelatedCatalogueReference RequestedCatalogueReference
    SourceCatalogueReference
  CatalogueRequestLineType: CatalogueRequestLine
  CertificateOfOriginApplicationType: CertificateOfOriginApplication
  CertificateType: Certificate
  ClassificationCategoryType: CategorizesClassificationCategory ClassificationCategory
  ClassificationSchemeType: BusinessClassificationScheme ClassificationScheme RequestedClassificationScheme
    RequiredBusinessClassificationScheme RequiredClassificationScheme
  ClauseType: Clause PenaltyClause
  CommodityClassificationType: AdditionalCommodityClassification CommodityClassification MainCommodityClassification
    SupportedCommodityClassification UnsupportedCommodityClassification
  CommunicationType: Communication OtherCommunication
  CompletedTaskType: CompletedTask
  ConditionType: Condition
  ConsignmentType: ChildConsignment Consignment ReferencedConsignment
  ConsumptionAverageType: ConsumptionAverage
  ConsumptionCorrectionType: ConsumptionCorrection EnergyWaterConsumptionCorrection
  ConsumptionHistoryType: ConsumptionHistory
  ConsumptionLineType: ConsumptionLine
  ConsumptionPointType: ConsumptionPoint UtilityConsumptionPoint
  ConsumptionReportReferenceType: ConsumptionReportReference
  ConsumptionReportType: ConsumptionReport
  ConsumptionType: Consumption
  ContactType: AccountingContact BuyerContact Contact DeliveryContact DespatchContact SellerContact SignatoryContact
  ContractExecutionRequirementType: ContractExecutionRequirement
  ContractExtensionType: ContractExtension
  ContractType: Contract ForeignExchangeContract ReferencedContract TransportContract
  ContractingActivityType: ContractingActivity
  ContractingPartyType: ContractingParty
  ContractingPartyTypeType: ContractingPartyType
  CorporateRegistrationSchemeType: CorporateRegistrationScheme
  CountryType: Country DestinationCountry ExportCountry FinalDestinationCountry IssuingCountry OriginCountry
    OriginalDepartureCountry TransitCountry
  CreditAccountType: CreditAccount
  CreditNoteLineType: CreditNoteLine SubCreditNoteLine
  CustomerPartyType: AccountingCustomerParty BuyerCustomerParty ContractorCustomerParty CustomerParty DeliveryCustomerParty
    OriginatorCustomerParty RecipientCustomerParty RetailerCustomerParty
  CustomsDeclarationType: CustomsDeclaration
  DebitNoteLineType: DebitNoteLine SubDebitNoteLine
  DeclarationType: Declaration
  DeliveryTermsType: DeliveryTerms
  DeliveryType: ContractualDelivery Delivery
  DeliveryUnitType: DeliveryUnit MaximumDeliveryUnit MinimumDeliveryUnit
  DependentPriceReferenceType: DependentPriceReference
  DespatchLineType: DespatchLine HandlingUnitDespatchLine
  DespatchType: Despatch
  DimensionType: Dimension FloorSpaceMeasurementDimension MeasurementDimension PalletSpaceMeasurementDimension RangeDimension
    TotalCapacityDimension
  DocumentDistributionType: DocumentDistribution
  DocumentReferenceType: AdditionalDocumentReference CallForTendersDocumentReference CatalogueDocumentReference
    ContractDocumentReference ContractualDocumentReference CreditNoteDocumentReference DebitNoteDocumentReference
    DespatchDocumentReference DocumentReference EmploymentLegislationDocumentReference EnvironmentalLegislationDocumentReference
    EvidenceDocumentReference FiscalLegislationDocumentReference GuaranteeDocumentReference GuidanceDocumentReference
    IdentityDocumentReference InvoiceDocumentReference ItemSpecificationDocumentReference LegalDocumentReference
    MandateDocumentReference MinutesDocumentReference NoticeDocumentReference OrderDocumentReference OriginalDocumentReference
    OriginatorDocumentReference ParentDocumentReference PreviousDocumentReference ProcurementLegislationDocumentReference
    QuotationDocumentReference ReceiptDocumentReference RegistryCertificateDocumentReference ReminderDocumentReference
    ReplacedNoticeDocumentReference RequestForQuotationDocumentReference RequestedDocumentReference ResolutionDocumentReference
    SelfBilledCreditNoteDocumentReference SelfBilledInvoiceDocumentReference ShipmentDocumentReference StatementDocumentReference
    SupportingDocumentReference TechnicalDocumentReference TemplateDocumentReference TenderDocumentReference
    TendererQualificationDocumentReference TransportExecutionPlanDocumentReference TransportExecutionPlanRequestDocumentReference
    TransportProgressStatusRequestDocumentReference TransportServiceDescriptionDocumentReference
    TransportServiceDescriptionRequestDocumentReference TransportationStatusRequestDocumentReference WorkOrderDocumentReference
  DocumentResponseType: AdditionalDocumentResponse DocumentResponse
  DutyType: CallDuty Duty TimeDuty
  EconomicOperatorRoleType: EconomicOperatorRole
  EconomicOperatorShortListType: EconomicOperatorShortList
  EmissionCalculationMethodType: EmissionCalculationMethod
  EndorsementType: EmbassyEndorsement Endorsement InsuranceEndorsement IssuerEndorsement
  EndorserPartyType: EndorserParty
  EnergyTaxReportType: EnergyTaxReport
  EnergyWaterSupplyType: EnergyWaterSupply
  EnvironmentalEmissionType: EnvironmentalEmission
  EvaluationCriterionType: EvaluationCriterion FinancialEvaluationCriterion TechnicalEvaluationCriterion
  EventCommentType: EventComment
  EventLineItemType: EventLineItem
  EventTacticEnumerationType: EventTacticEnumeration
  EventTacticType: EventTactic
  EventType: Event OpenTenderEvent
  EvidenceSuppliedType: EvidenceSupplied
  EvidenceType: Evidence SuggestedEvidence
  ExceptionCriteriaLineType: ExceptionCriteriaLine
  ExceptionNotificationLineType: ExceptionNotificationLine
  ExchangeRateType: ExchangeRate PaymentAlternativeExchangeRate PaymentExchangeRate PricingExchangeRate TaxExchangeRate
  ExternalReferenceType: ExternalReference
  FinancialAccountType: FinancialAccount FinancingFinancialAccount PayeeFinancialAccount PayerFinancialAccount
  FinancialGuaranteeType: FinalFinancialGuarantee FinancialGuarantee RequiredFinancialGuarantee
  FinancialInstitutionType: FinancialInstitution
  ForecastExceptionCriterionLineType: ForecastExceptionCriterionLine
  ForecastExceptionType: ForecastException
  ForecastLineType: ForecastLine
  ForecastRevisionLineType: ForecastRevisionLine
  FrameworkAgreementType: FrameworkAgreement
  GoodsItemContainerType: GoodsItemContainer
  GoodsItemType: ContainedGoodsItem GoodsItem ReferencedGoodsItem
  HazardousGoodsTransitType: HazardousGoodsTransit
  HazardousItemType: HazardousItem
  ImmobilizedSecurityType: ImmobilizedSecurity
  InstructionForReturnsLineType: InstructionForReturnsLine
  InventoryReportLineType: InventoryReportLine
  InvoiceLineType: InvoiceLine SubInvoiceLine
  ItemComparisonType: ItemComparison
  ItemIdentificationType: AdditionalItemIdentification BuyersItemIdentification CatalogueItemIdentification ItemIdentification
    ManufacturersItemIdentification SellersItemIdentification StandardItemIdentification
  ItemInformationRequestLineType: ItemInformationRequestLine
  ItemInstanceType: ItemInstance
  ItemLocationQuantityType: ItemLocationQuantity OfferedItemLocationQuantity OriginalItemLocationQuantity
    RequiredItemLocationQuantity
  ItemManagementProfileType: ItemManagementProfile
  ItemPropertyGroupType: ItemPropertyGroup
  ItemPropertyRangeType: ItemPropertyRange
  ItemPropertyType: AdditionalItemProperty ItemProperty KeywordItemProperty
  ItemType: Item SupplyItem
  LanguageType: DefaultLanguage Language RequestedLanguage
  LineItemType: AlternativeLineItem BuyerProposedSubstituteLineItem LineItem SellerProposedSubstituteLineItem
    SellerSubstitutedLineItem SubLineItem
  LineReferenceType: CallForTendersLineReference CatalogueLineReference DependentLineReference DespatchLineReference LineReference
    ParentDocumentLineReference QuotationLineReference ReceiptLineReference RequestLineReference
  LineResponseType: LineResponse
  LocationCoordinateType: LocationCoordinate
  LocationType: ActivityFinalLocation ActivityOriginLocation AlternativeDeliveryLocation AtLocation DeliveryLocation
    DespatchLocation FirstArrivalPortLocation FreightChargeLocation FromLocation InventoryLocation LastExitPortLocation
    LoadingLocation LoadingPortLocation Location MeasurementFromLocation MeasurementToLocation NotificationLocation
    OccurenceLocation ParticipatingLocationsLocation PhysicalLocation PickupLocation RealizedLocation RegistryPortLocation
    RequestedStatusLocation StatusLocation StorageLocation SubsidiaryLocation ToLocation TransshipPortLocation UnloadingLocation
    UnloadingPortLocation
  LotIdentificationType: LotIdentification
  MaritimeTransportType: MaritimeTransport
  MeterPropertyType: MeterProperty
  MeterReadingType: MeterReading
  MeterType: Meter UtilityMeter
  MiscellaneousEventType: MiscellaneousEvent
  MonetaryTotalType: AnticipatedMonetaryTotal LegalMonetaryTotal MonetaryTotal QuotedMonetaryTotal RequestedMonetaryTotal
  NotificationRequirementType: NotificationRequirement
  OnAccountPaymentType: MainOnAccountPayment OnAccountPayment
  OrderLineReferenceType: OrderLineReference
  OrderLineType: OrderLine
  OrderReferenceType: OrderReference
  OrderedShipmentType: OrderedShipment
  PackageType: ActualPackage ContainedPackage ContainingPackage Package ReferencedPackage
  PartyIdentificationType: PartyIdentification
  PartyLegalEntityType: PartyLegalEntity
  PartyNameType: PartyName
  PartyTaxSchemeType: PartyTaxScheme
  PartyType: AdditionalInformationParty AgentParty AppealInformationParty AppealReceiverParty BeneficiaryParty
    BillOfLadingHolderParty BillToParty CarrierParty ConsigneeParty ConsignorParty ContactParty ContractResponsibleParty
    CustomsAgentParty DeliveryParty DespatchParty DocumentProviderParty EvidenceIssuingParty ExporterParty FinalDeliveryParty
    FinancingParty FreightForwarderParty GuarantorParty HazardousItemNotificationParty HeadOfficeParty ImporterParty
    InformationContentProviderParty InsuranceParty InterestedParty InventoryReportingParty IssuerParty LoadingProofParty
    LogisticsOperatorParty ManufacturerParty MediationParty MortgageHolderParty NotaryParty NotifyParty OperatingParty
    OriginalDespatchParty OriginatorParty OwnerParty Party PayeeParty PayerParty PerformingCarrierParty PickupParty PreSelectedParty
    PreparationParty ProviderParty ReceiverParty RecipientParty ResponsibleTransportServiceProviderParty SenderParty SignatoryParty
    SourceIssuerParty SubcontractorParty SubscriberParty SubstituteCarrierParty TaxRepresentativeParty TenderEvaluationParty
    TenderRecipientParty TendererParty TerminalOperatorParty TransportAdvisorParty TransportServiceProviderParty TransportUserParty
    UtilityCustomerParty UtilitySupplierParty WarrantyParty WitnessParty
  PaymentMandateType: PaymentMandate
  PaymentMeansType: PaymentMeans
  PaymentTermsType: BonusPaymentTerms CollectPaymentTerms CommissionPaymentTerms DisbursementPaymentTerms PaymentTerms
    PenaltyPaymentTerms PrepaidPaymentTerms ServiceChargePaymentTerms
  PaymentType: CollectedPayment Payment PrepaidPayment
  PerformanceDataLineType: PerformanceDataLine
  PeriodType: ActivityPeriod ApplicablePeriod ConstitutionPeriod ContractAcceptancePeriod ContractFormalizationPeriod DeliveryPeriod
    DocumentAvailabilityPeriod DurationPeriod EffectivePeriod EstimatedDeliveryPeriod EstimatedDespatchPeriod
    EstimatedDurationPeriod EstimatedTransitPeriod ExceptionObservationPeriod ForecastPeriod FrequencyPeriod InventoryPeriod
    InvitationSubmissionPeriod InvoicePeriod LineValidityPeriod MainPeriod NominationPeriod NotificationPeriod OptionValidityPeriod
    ParticipationRequestReceptionPeriod PaymentReversalPeriod PenaltyPeriod Period PlannedPeriod PresentationPeriod
    PromisedDeliveryPeriod ReminderPeriod RequestedDeliveryPeriod RequestedDespatchPeriod RequestedStatusPeriod
    RequestedValidityPeriod ServiceEndTimePeriod ServiceStartTimePeriod SettlementPeriod StatementPeriod StatusPeriod
    TenderSubmissionDeadlinePeriod TenderValidityPeriod TransitPeriod TransportServiceProviderResponseDeadlinePeriod
    TransportServiceProviderResponseRequiredPeriod TransportUserResponseRequiredPeriod UsabilityPeriod ValidityPeriod
    WarrantyValidityPeriod
  PersonType: CrewMemberPerson DriverPerson MasterPerson PassengerPerson Person ReportingPerson SecurityOfficerPerson
    ShipsSurgeonPerson TechnicalCommitteePerson
  PhysicalAttributeType: PhysicalAttribute
  PickupType: Pickup
  PowerOfAttorneyType: PowerOfAttorney
  PriceExtensionType: ItemPriceExtension PriceExtension
  PriceListType: PreviousPriceList PriceList
  PriceType: AlternativeConditionPrice Price TaxExclusivePrice TaxInclusivePrice
  PricingReferenceType: PricingReference
  ProcessJustificationType: ProcessJustification
  ProcurementProjectLotType: InterestedProcurementProjectLot ProcurementProjectLot
  ProcurementProjectType: ProcurementProject
  ProjectReferenceType: ProjectReference
  PromotionalEventLineItemType: PromotionalEventLineItem
  PromotionalEventType: PromotionalEvent
  PromotionalSpecificationType: PromotionalSpecification
  QualificationResolutionType: QualificationResolution
  QualifyingPartyType: AdditionalQualifyingParty MainQualifyingParty QualifyingParty
  QuotationLineType: QuotationLine
  RailTransportType: RailTransport
  ReceiptLineType: ReceiptLine ReceivedHandlingUnitReceiptLine
  RegulationType: ApplicableRegulation Regulation
  RelatedItemType: AccessoryRelatedItem ComplementaryRelatedItem ComponentRelatedItem RelatedItem ReplacedRelatedItem
    ReplacementRelatedItem RequiredRelatedItem
  ReminderLineType: ReminderLine
  RemittanceAdviceLineType: RemittanceAdviceLine
  RenewalType: Renewal
  RequestForQuotationLineType: RequestForQuotationLine
  RequestForTenderLineType: RequestForTenderLine SubRequestForTenderLine
  RequestedTenderTotalType: RequestedTenderTotal
  ResponseType: DiscrepancyResponse Response
  ResultOfVerificationType: ResultOfVerification
  RetailPlannedImpactType: RetailPlannedImpact
  RoadTransportType: RoadTransport
  SalesItemType: SalesItem
  SecondaryHazardType: SecondaryHazard
  ServiceFrequencyType: ScheduledServiceFrequency ServiceFrequency
  ServiceProviderPartyType: ServiceProviderParty
  ShareholderPartyType: ShareholderParty
  ShipmentStageType: MainCarriageShipmentStage OnCarriageShipmentStage PreCarriageShipmentStage ShipmentStage
  ShipmentType: ConsolidatedShipment ReferencedShipment ReportedShipment Shipment
  SignatureType: Signature
  StatementLineType: StatementLine
  StatusType: CurrentStatus Status
  StockAvailabilityReportLineType: StockAvailabilityReportLine
  StowageType: Stowage
  SubcontractTermsType: AllowedSubcontractTerms SubcontractTerms
  SubscriberConsumptionType: SubscriberConsumption
  SupplierConsumptionType: SupplierConsumption
  SupplierPartyType: AccountingSupplierParty DespatchSupplierParty SellerSupplierParty SupplierParty
  TaxCategoryType: ApplicableTaxCategory ClassifiedTaxCategory TaxCategory
  TaxSchemeType: TaxScheme
  TaxSubtotalType: TaxSubtotal
  TaxTotalType: TaxTotal WithholdingTaxTotal
  TelecommunicationsServiceType: TelecommunicationsService
  TelecommunicationsSupplyLineType: TelecommunicationsSupplyLine
  TelecommunicationsSupplyType: TelecommunicationsSupply
  TemperatureType: AdditionalTemperature EmergencyTemperature FlashpointTemperature MaximumTemperature MinimumTemperature
    Temperature
  TenderLineType: SubTenderLine TenderLine
  TenderPreparationType: TenderPreparation
  TenderRequirementType: DocumentTenderRequirement SubsequentProcessTenderRequirement TenderRequirement
  TenderResultType: TenderResult
  TenderedProjectType: AwardedTenderedProject TenderedProject
  TendererPartyQualificationType: TendererPartyQualification
  TendererQualificationRequestType: TendererQualificationRequest
  TendererRequirementType: SpecificTendererRequirement TendererRequirement
  TenderingProcessType: TenderingProcess
  TenderingTermsType: TenderingTerms
  TradeFinancingType: TradeFinancing
  TradingTermsType: HaulageTradingTerms TradingTerms
  TransactionConditionsType: TransactionConditions
  TransportEquipmentSealType: TransportEquipmentSeal
  TransportEquipmentType: AttachedTransportEquipment ContainedInTransportEquipment ContainingTransportEquipment
    ReferencedTransportEquipment SupportedTransportEquipment TransportEquipment UnsupportedTransportEquipment
  TransportEventType: AcceptanceTransportEvent ActualArrivalTransportEvent ActualDepartureTransportEvent ActualPickupTransportEvent
    ActualWaypointTransportEvent AvailabilityTransportEvent DeliveryTransportEvent DetentionTransportEvent DischargeTransportEvent
    DropoffTransportEvent EstimatedArrivalTransportEvent EstimatedDepartureTransportEvent ExaminationTransportEvent
    ExportationTransportEvent HandlingTransportEvent LoadingTransportEvent OptionalTakeoverTransportEvent PickupTransportEvent
    PlannedArrivalTransportEvent PlannedDeliveryTransportEvent PlannedDepartureTransportEvent PlannedPickupTransportEvent
    PlannedWaypointTransportEvent PositioningTransportEvent QuarantineTransportEvent ReceiptTransportEvent
    RequestedArrivalTransportEvent RequestedDeliveryTransportEvent RequestedDepartureTransportEvent RequestedPickupTransportEvent
    RequestedWaypointTransportEvent StorageTransportEvent TakeoverTransportEvent TransportEvent UpdatedDeliveryTransportEvent
    UpdatedPickupTransportEvent WarehousingTransportEvent
  TransportExecutionTermsType: TransportExecutionTerms
  TransportHandlingUnitType: PackagedTransportHandlingUnit TransportHandlingUnit
  TransportMeansType: ApplicableTransportMeans TransportMeans
  TransportScheduleType: TransportSchedule
  TransportationSegmentType: TransportationSegment
  TransportationServiceType: AdditionalTransportationService FinalDeliveryTransportationService MainTransportationService
    OriginalDespatchTransportationService TransportationService
  UnstructuredPriceType: UnstructuredPrice
  UtilityItemType: UtilityItem
  WebSiteAccessType: WebSiteAccess
  WinningPartyType: WinningParty
  WorkPhaseReferenceType: WorkPhaseReference`
