// The names an invoice can be written in: element names per namespace, and attribute names; their places are the name ids.

/** Prefix (the one we speak of a namespace by), its URI, and the element names in it. */
export const namespaces: readonly (readonly [prefix: string, uri: string, names: string])[] = [
  ['ubl', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'],
  ['cn', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'],
  [
    'cbc',
    'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
    `
      AcceptedIndicator AcceptedVariantsDescription AccountFormatCode AccountID AccountTypeCode AccountingCost AccountingCostCode
      ActionCode ActivityType ActivityTypeCode ActualDeliveryDate ActualDeliveryTime ActualDespatchDate ActualDespatchTime
      ActualPickupDate ActualPickupTime ActualTemperatureReductionQuantity AdValoremIndicator AdditionalAccountID AdditionalConditions
      AdditionalInformation AdditionalStreetName AddressFormatCode AddressTypeCode AdjustmentReasonCode AdmissionCode
      AdvertisementAmount AgencyID AgencyName AirFlowPercent AircraftID AliasName AllowanceChargeReason AllowanceChargeReasonCode
      AllowanceTotalAmount AltitudeMeasure Amount AmountRate AnimalFoodApprovedIndicator AnimalFoodIndicator AnnualAverageAmount
      ApplicationStatusCode ApprovalDate ApprovalStatus AttributeID AuctionConstraintIndicator AuctionURI AvailabilityDate
      AvailabilityStatusCode AverageAmount AverageSubsequentContractAmount AwardDate AwardTime AwardingCriterionDescription
      AwardingCriterionID AwardingCriterionTypeCode AwardingMethodTypeCode BackOrderAllowedIndicator BackorderQuantity BackorderReason
      BalanceAmount BalanceBroughtForwardIndicator BarcodeSymbologyID BaseAmount BaseQuantity BaseUnitMeasure
      BasedOnConsensusIndicator BasicConsumedQuantity BatchQuantity BestBeforeDate BindingOnBuyerIndicator BirthDate BirthplaceName
      BlockName BrandName BrokerAssignedID BudgetYearNumeric BuildingName BuildingNumber BulkCargoIndicator
      BusinessClassificationEvidenceID BusinessIdentityEvidenceID BuyerEventID BuyerProfileURI BuyerReference CV2ID
      CalculationExpression CalculationExpressionCode CalculationMethodCode CalculationRate CalculationSequenceNumeric CallBaseAmount
      CallDate CallExtensionAmount CallTime CancellationNote CandidateReductionConstraintIndicator CandidateStatement
      CanonicalizationMethod CapabilityTypeCode CardChipCode CardTypeCode CargoTypeCode CarrierAssignedID CarrierServiceInstructions
      CatalogueIndicator CategoryName CertificateType CertificateTypeCode ChangeConditions Channel ChannelCode CharacterSetCode
      Characteristics ChargeIndicator ChargeTotalAmount ChargeableQuantity ChargeableWeightMeasure ChildConsignmentQuantity
      ChipApplicationID CityName CitySubdivisionName CodeValue CollaborationPriorityCode Comment CommodityCode CompanyID
      CompanyLegalForm CompanyLegalFormCode CompanyLiquidationStatusCode ComparedValueMeasure ComparisonDataCode
      ComparisonDataSourceCode ComparisonForecastIssueDate ComparisonForecastIssueTime CompletionIndicator Condition ConditionCode
      Conditions ConditionsDescription ConsigneeAssignedID ConsignmentQuantity ConsignorAssignedID ConsolidatableIndicator
      ConstitutionCode ConsumerIncentiveTacticTypeCode ConsumerUnitQuantity ConsumersEnergyLevel ConsumersEnergyLevelCode
      ConsumptionEnergyQuantity ConsumptionID ConsumptionLevel ConsumptionLevelCode ConsumptionReportID ConsumptionType
      ConsumptionTypeCode ConsumptionWaterQuantity ContainerizedIndicator Content ContentUnitQuantity ContractFolderID ContractName
      ContractSubdivision ContractType ContractTypeCode ContractedCarrierAssignedID ContractingSystemCode CoordinateSystemCode
      CopyIndicator CorporateRegistrationTypeCode CorporateStockAmount CorrectionAmount CorrectionType CorrectionTypeCode
      CorrectionUnitAmount CountrySubentity CountrySubentityCode CreditLineAmount CreditNoteTypeCode CreditedQuantity CrewQuantity
      CurrencyCode CurrentChargeType CurrentChargeTypeCode CustomerAssignedAccountID CustomerReference CustomizationID
      CustomsClearanceServiceInstructions CustomsImportClassifiedIndicator CustomsStatusCode CustomsTariffQuantity DamageRemarks
      DangerousGoodsApprovedIndicator DataSendingCapability DataSourceCode Date DebitLineAmount DebitedQuantity DeclarationTypeCode
      DeclaredCarriageValueAmount DeclaredCustomsValueAmount DeclaredForCarriageValueAmount DeclaredStatisticsValueAmount
      DeliveredQuantity DeliveryInstructions DemurrageInstructions Department Description DescriptionCode DespatchAdviceTypeCode
      DifferenceTemperatureReductionQuantity DirectionCode DisplayTacticTypeCode DispositionCode District DocumentCurrencyCode
      DocumentDescription DocumentHash DocumentID DocumentStatusCode DocumentStatusReasonCode DocumentStatusReasonDescription
      DocumentType DocumentTypeCode DocumentationFeeAmount DueDate DurationMeasure Duty DutyCode EarliestPickupDate EarliestPickupTime
      EconomicOperatorRegistryURI EffectiveDate EffectiveTime ElectronicDeviceDescription ElectronicMail EmbeddedDocumentBinaryObject
      EmergencyProceduresCode EmployeeQuantity EncodingCode EndDate EndTime EndpointID EnvironmentalEmissionTypeCode EstimatedAmount
      EstimatedConsumedQuantity EstimatedDeliveryDate EstimatedDeliveryTime EstimatedDespatchDate EstimatedDespatchTime
      EstimatedOverallContractAmount EstimatedOverallContractQuantity EvaluationCriterionTypeCode EvidenceTypeCode
      ExceptionResolutionCode ExceptionStatusCode ExchangeMarketID ExclusionReason ExecutionRequirementCode ExemptionReason
      ExemptionReasonCode ExpectedOperatorQuantity ExpectedQuantity ExpenseCode ExpiryDate ExpiryTime Expression ExpressionCode
      ExtendedID Extension FaceValueAmount FamilyName FeatureTacticTypeCode FeeAmount FeeDescription FileName FinancingInstrumentCode
      FirstName FirstShipmentAvailibilityDate Floor FollowupContractIndicator ForecastPurposeCode ForecastTypeCode FormatCode
      ForwarderServiceInstructions FreeOfChargeIndicator FreeOnBoardValueAmount FreightForwarderAssignedID FreightRateClassCode
      Frequency FrozenDocumentIndicator FrozenPeriodDaysNumeric FullnessIndicationCode FullyPaidSharesIndicator FundingProgram
      FundingProgramCode GasPressureQuantity GenderCode GeneralCargoIndicator GovernmentAgreementConstraintIndicator
      GrossTonnageMeasure GrossVolumeMeasure GrossWeightMeasure GuaranteeTypeCode GuaranteedDespatchDate GuaranteedDespatchTime
      HandlingCode HandlingInstructions HashAlgorithmMethod HaulageInstructions HazardClassID HazardousCategoryCode
      HazardousRegulationCode HazardousRiskIndicator HeatingType HeatingTypeCode HigherTenderAmount HolderName
      HumanFoodApprovedIndicator HumanFoodIndicator HumidityPercent ID IdentificationCode IdentificationID ImmobilizationCertificateID
      ImportanceCode IndicationIndicator IndustryClassificationCode Information InformationURI InhalationToxicityZoneCode InhouseMail
      InspectionMethodCode InstallmentDueDate InstructionID InstructionNote Instructions InsurancePremiumAmount InsuranceValueAmount
      InventoryValueAmount InvoiceTypeCode InvoicedQuantity InvoicingPartyReference IssueDate IssueNumberID IssueTime IssuerID
      ItemClassificationCode ItemUpdateRequestIndicator JobTitle JourneyID Justification JustificationDescription Keyword LanguageID
      LastRevisionDate LastRevisionTime LatestDeliveryDate LatestDeliveryTime LatestMeterQuantity LatestMeterReadingDate
      LatestMeterReadingMethod LatestMeterReadingMethodCode LatestPickupDate LatestPickupTime LatestProposalAcceptanceDate
      LatestSecurityClearanceDate LatitudeDegreesMeasure LatitudeDirectionCode LatitudeMinutesMeasure LeadTimeMeasure LegalReference
      LegalStatusIndicator LiabilityAmount LicensePlateID LifeCycleStatusCode LimitationDescription Line LineCountNumeric
      LineExtensionAmount LineID LineNumberNumeric LineStatusCode ListValue LivestockIndicator LoadingLengthMeasure LoadingSequenceID
      LocaleCode Location LocationID LocationTypeCode Login LogoReferenceID LongitudeDegreesMeasure LongitudeDirectionCode
      LongitudeMinutesMeasure LossRisk LossRiskResponsibilityCode LotNumberID LowTendersDescription LowerOrangeHazardPlacardID
      LowerTenderAmount MandateTypeCode ManufactureDate ManufactureTime MarkAttention MarkAttentionIndicator MarkCare
      MarkCareIndicator MarketValueAmount MarkingID MathematicOperatorCode MaximumAdvertisementAmount MaximumAmount
      MaximumBackorderQuantity MaximumCopiesNumeric MaximumMeasure MaximumNumberNumeric MaximumOperatorQuantity MaximumOrderQuantity
      MaximumPaidAmount MaximumPaymentInstructionsNumeric MaximumPercent MaximumQuantity MaximumValue MaximumVariantQuantity Measure
      MedicalFirstAidGuideCode MeterConstant MeterConstantCode MeterName MeterNumber MeterReadingComments MeterReadingType
      MeterReadingTypeCode MiddleName MimeCode MinimumAmount MinimumBackorderQuantity MinimumImprovementBid MinimumInventoryQuantity
      MinimumMeasure MinimumNumberNumeric MinimumOrderQuantity MinimumPercent MinimumQuantity MinimumValue MiscellaneousEventTypeCode
      ModelName MonetaryScope MovieTitle MultipleOrderQuantity MultiplierFactorNumeric Name NameCode NameSuffix NationalityID
      NatureCode NegotiationDescription NetNetWeightMeasure NetTonnageMeasure NetVolumeMeasure NetWeightMeasure NetworkID
      NominationDate NominationTime NormalTemperatureReductionQuantity Note NotificationTypeCode OccurrenceDate OccurrenceTime
      OnCarriageIndicator OneTimeChargeType OneTimeChargeTypeCode OntologyURI OpenTenderID OperatingYearsQuantity
      OptionalLineItemIndicator OptionsDescription OrderIntervalDaysNumeric OrderQuantityIncrementNumeric OrderResponseCode
      OrderTypeCode OrderableIndicator OrderableUnit OrderableUnitFactorRate OrganizationDepartment OriginalContractingSystemID
      OriginalJobID OtherConditionsIndicator OtherInstruction OtherName OutstandingQuantity OutstandingReason OversupplyQuantity
      OwnerTypeCode PackLevelCode PackQuantity PackSizeNumeric PackageLevelCode PackagingTypeCode PackingCriteriaCode PackingMaterial
      PaidAmount PaidDate PaidTime ParentDocumentID ParentDocumentLineReferenceID ParentDocumentTypeCode ParentDocumentVersionID
      PartPresentationCode PartecipationPercent PartialDeliveryIndicator ParticipationPercent PartyCapacityAmount PartyType
      PartyTypeCode PassengerQuantity Password PayPerView PayableAlternativeAmount PayableAmount PayableRoundingAmount PayerReference
      PaymentAlternativeCurrencyCode PaymentChannelCode PaymentCurrencyCode PaymentDescription PaymentDueDate PaymentFrequencyCode
      PaymentID PaymentMeansCode PaymentMeansID PaymentNote PaymentOrderReference PaymentPercent PaymentPurposeCode
      PaymentTermsDetailsURI PenaltyAmount PenaltySurchargePercent PerUnitAmount Percent PerformanceMetricTypeCode
      PerformanceValueQuantity PerformingCarrierAssignedID PersonalSituation PhoneNumber PlacardEndorsement PlacardNotation
      PlannedDate PlotIdentification PositionCode PostEventNotificationDurationMeasure PostalZone Postbox PowerIndicator
      PreCarriageIndicator PreEventNotificationDurationMeasure PreferenceCriterionCode PrepaidAmount PrepaidIndicator
      PrepaidPaymentReferenceID PreviousCancellationReasonCode PreviousJobID PreviousMeterQuantity PreviousMeterReadingDate
      PreviousMeterReadingMethod PreviousMeterReadingMethodCode PreviousVersionID PriceAmount PriceChangeReason PriceEvaluationCode
      PriceList PriceRevisionFormulaDescription PriceType PriceTypeCode PricingCurrencyCode PricingUpdateRequestIndicator
      PrimaryAccountNumber PrimaryAccountNumberID PrintQualifier Priority PrivacyCode PrizeDescription PrizeIndicator ProcedureCode
      ProcessDescription ProcessReason ProcessReasonCode ProcurementSubTypeCode ProcurementTypeCode ProductTraceID ProfileExecutionID
      ProfileID ProfileStatusCode ProgressPercent PromotionalEventTypeCode ProviderTypeCode PublishAwardIndicator Purpose PurposeCode
      QualityControlCode Quantity QuantityDiscrepancyCode RadioCallSignID RailCarID Rank Rate ReceiptAdviceTypeCode ReceivedDate
      ReceivedElectronicTenderQuantity ReceivedForeignTenderQuantity ReceivedQuantity ReceivedTenderQuantity Reference ReferenceDate
      ReferenceEventCode ReferenceID ReferenceTime ReferencedConsignmentID RefrigeratedIndicator RefrigerationOnIndicator Region
      RegisteredDate RegisteredTime RegistrationDate RegistrationExpirationDate RegistrationID RegistrationName
      RegistrationNationality RegistrationNationalityID RegulatoryDomain RejectActionCode RejectReason RejectReasonCode
      RejectedQuantity RejectionNote ReleaseID ReliabilityPercent Remarks ReminderSequenceNumeric ReminderTypeCode
      ReplenishmentOwnerDescription RequestForQuotationLineID RequestedDeliveryDate RequestedDespatchDate RequestedDespatchTime
      RequestedInvoiceCurrencyCode RequestedPublicationDate RequiredCurriculaIndicator RequiredCustomsID RequiredDeliveryDate
      RequiredDeliveryTime RequiredFeeAmount ResidenceType ResidenceTypeCode ResidentOccupantsNumeric Resolution ResolutionCode
      ResolutionDate ResolutionTime ResponseCode ResponseDate ResponseTime RetailEventName RetailEventStatusCode
      ReturnabilityIndicator ReturnableMaterialIndicator ReturnableQuantity RevisedForecastLineID RevisionDate RevisionStatusCode
      RevisionTime RoamingPartnerName RoleCode RoleDescription Room RoundingAmount SalesOrderID SalesOrderLineID SchemeURI
      SealIssuerTypeCode SealStatusCode SealingPartyType SecurityClassificationCode SecurityID SellerEventID SequenceID
      SequenceNumberID SequenceNumeric SerialID ServiceInformationPreferenceCode ServiceName ServiceNumberCalled ServiceType
      ServiceTypeCode SettlementDiscountAmount SettlementDiscountPercent SharesNumberQuantity ShippingMarks ShippingOrderID
      ShippingPriorityLevelCode ShipsRequirements ShortQuantity ShortageActionCode SignatureID SignatureMethod SizeTypeCode
      SoleProprietorshipIndicator SourceCurrencyBaseRate SourceCurrencyCode SourceForecastIssueDate SourceForecastIssueTime
      SourceValueMeasure SpecialInstructions SpecialSecurityIndicator SpecialServiceInstructions SpecialTerms
      SpecialTransportRequirements SpecificationID SpecificationTypeCode SplitConsignmentIndicator StartDate StartTime
      StatementTypeCode StatusAvailableIndicator StatusCode StatusReason StatusReasonCode StreetName SubcontractingConditionsCode
      SubmissionDate SubmissionDueDate SubmissionMethodCode SubscriberID SubscriberType SubscriberTypeCode SubstitutionStatusCode
      SuccessiveSequenceID SummaryDescription SupplierAssignedAccountID SupplyChainActivityTypeCode TareWeightMeasure
      TargetCurrencyBaseRate TargetCurrencyCode TargetInventoryQuantity TargetServicePercent TariffClassCode TariffCode
      TariffDescription TaxAmount TaxCurrencyCode TaxEnergyAmount TaxEnergyBalanceAmount TaxEnergyOnAccountAmount TaxEvidenceIndicator
      TaxExclusiveAmount TaxExemptionReason TaxExemptionReasonCode TaxIncludedIndicator TaxInclusiveAmount TaxLevelCode TaxPointDate
      TaxTypeCode TaxableAmount TechnicalCommitteeDescription TechnicalName TelecommunicationsServiceCall
      TelecommunicationsServiceCallCode TelecommunicationsServiceCategory TelecommunicationsServiceCategoryCode
      TelecommunicationsSupplyType TelecommunicationsSupplyTypeCode Telefax Telephone TenderEnvelopeID TenderEnvelopeTypeCode
      TenderResultCode TenderTypeCode TendererRequirementTypeCode TendererRoleCode TestMethod Text ThirdPartyPayerIndicator
      ThresholdAmount ThresholdQuantity ThresholdValueComparisonCode TierRange TierRatePercent TimeAmount TimeDeltaDaysQuantity
      TimeFrequencyCode TimezoneOffset TimingComplaint TimingComplaintCode Title ToOrderIndicator TotalAmount TotalBalanceAmount
      TotalConsumedQuantity TotalCreditAmount TotalDebitAmount TotalDeliveredQuantity TotalGoodsItemQuantity TotalInvoiceAmount
      TotalMeteredQuantity TotalPackageQuantity TotalPackagesQuantity TotalPaymentAmount TotalTaskAmount TotalTaxAmount
      TotalTransportHandlingUnitQuantity TraceID TrackingDeviceCode TrackingID TradeItemPackingLabelingTypeCode TradeServiceCode
      TradingRestrictions TrainID TransactionCurrencyTaxAmount TransitDirectionCode TransportAuthorizationCode
      TransportEmergencyCardCode TransportEquipmentTypeCode TransportEventTypeCode TransportExecutionPlanReferenceID
      TransportExecutionStatusCode TransportHandlingUnitTypeCode TransportMeansTypeCode TransportModeCode TransportServiceCode
      TransportServiceProviderRemarks TransportServiceProviderSpecialTerms TransportUserRemarks TransportUserSpecialTerms
      TransportationServiceDescription TransportationServiceDetailsURI TransportationStatusTypeCode TypeCode UBLVersionID UNDGCode URI
      UUID UnknownPriceIndicator UpperOrangeHazardPlacardID UrgencyCode UtilityStatementTypeCode ValidateProcess ValidateTool
      ValidateToolVersion ValidationDate ValidationResultCode ValidationTime ValidatorID ValidityPeriod ValidityStartDate Value
      ValueAmount ValueMeasure ValueQualifier ValueQuantity VarianceQuantity VariantConstraintIndicator VariantID VersionID VesselID
      VesselName WarrantyInformation WebsiteURI WeekDayCode Weight WeightNumeric WeightingAlgorithmCode WorkPhase WorkPhaseCode XPath`,
  ],
  [
    'cac',
    'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
    `
      AcceptanceTransportEvent AccessoryRelatedItem AccountingContact AccountingCustomerParty AccountingSupplierParty ActivityDataLine
      ActivityFinalLocation ActivityOriginLocation ActivityPeriod ActivityProperty ActualArrivalTransportEvent
      ActualDepartureTransportEvent ActualPackage ActualPickupTransportEvent ActualWaypointTransportEvent
      AdditionalCommodityClassification AdditionalDocumentReference AdditionalDocumentResponse AdditionalInformationParty
      AdditionalItemIdentification AdditionalItemProperty AdditionalQualifyingParty AdditionalTemperature
      AdditionalTransportationService Address AddressLine AgentParty AirTransport AllowanceCharge AllowedSubcontractTerms
      AlternativeConditionPrice AlternativeDeliveryLocation AlternativeLineItem AnticipatedMonetaryTotal AppealInformationParty
      AppealReceiverParty AppealTerms ApplicableAddress ApplicablePeriod ApplicableRegulation ApplicableTaxCategory
      ApplicableTerritoryAddress ApplicableTransportMeans AtLocation AttachedTransportEquipment Attachment AuctionTerms
      AvailabilityTransportEvent AwardedTenderedProject AwardingCriterion AwardingCriterionResponse AwardingTerms BeneficiaryParty
      BillOfLadingHolderParty BillToParty BillingReference BillingReferenceLine BonusPaymentTerms Branch BudgetAccount
      BudgetAccountLine BusinessClassificationScheme BuyerContact BuyerCustomerParty BuyerProposedSubstituteLineItem
      BuyersItemIdentification CallDuty CallForTendersDocumentReference CallForTendersLineReference Capability CardAccount
      CarrierParty CatalogueDocumentReference CatalogueItemIdentification CatalogueItemSpecificationUpdateLine CatalogueLine
      CatalogueLineReference CataloguePricingUpdateLine CatalogueReference CatalogueRequestLine CategorizesClassificationCategory
      Certificate CertificateOfOriginApplication ChildConsignment ClassificationCategory ClassificationScheme ClassifiedTaxCategory
      Clause CollectPaymentTerms CollectedPayment CommissionPaymentTerms CommodityClassification Communication
      ComplementaryRelatedItem CompletedTask ComponentRelatedItem Condition ConsigneeParty Consignment ConsignorParty
      ConsolidatedShipment ConstitutionPeriod Consumption ConsumptionAverage ConsumptionCorrection ConsumptionHistory ConsumptionLine
      ConsumptionPoint ConsumptionReport ConsumptionReportReference Contact ContactParty ContainedGoodsItem
      ContainedInTransportEquipment ContainedPackage ContainingPackage ContainingTransportEquipment Contract ContractAcceptancePeriod
      ContractDocumentReference ContractExecutionRequirement ContractExtension ContractFormalizationPeriod ContractResponsibleParty
      ContractingActivity ContractingParty ContractingPartyType ContractorCustomerParty ContractualDelivery
      ContractualDocumentReference CorporateRegistrationScheme Country CreditAccount CreditNoteDocumentReference CreditNoteLine
      CrewMemberPerson CurrentStatus CustomerParty CustomsAgentParty CustomsDeclaration DebitNoteDocumentReference DebitNoteLine
      Declaration DefaultLanguage DeletedCatalogueReference Delivery DeliveryAddress DeliveryContact DeliveryCustomerParty
      DeliveryLocation DeliveryParty DeliveryPeriod DeliveryTerms DeliveryTransportEvent DeliveryUnit DependentLineReference
      DependentPriceReference Despatch DespatchAddress DespatchContact DespatchDocumentReference DespatchLine DespatchLineReference
      DespatchLocation DespatchParty DespatchSupplierParty DestinationCountry DetentionTransportEvent DigitalSignatureAttachment
      Dimension DisbursementPaymentTerms DischargeTransportEvent DiscrepancyResponse DocumentAvailabilityPeriod DocumentDistribution
      DocumentProviderParty DocumentReference DocumentResponse DocumentTenderRequirement DriverPerson DropoffTransportEvent
      DurationPeriod Duty EconomicOperatorRole EconomicOperatorShortList EffectivePeriod EmbassyEndorsement EmergencyTemperature
      EmissionCalculationMethod EmploymentLegislationDocumentReference Endorsement EndorserParty EnergyTaxReport
      EnergyWaterConsumptionCorrection EnergyWaterSupply EnvironmentalEmission EnvironmentalLegislationDocumentReference
      EstimatedArrivalTransportEvent EstimatedDeliveryPeriod EstimatedDepartureTransportEvent EstimatedDespatchPeriod
      EstimatedDurationPeriod EstimatedTransitPeriod EvaluationCriterion Event EventComment EventLineItem EventTactic
      EventTacticEnumeration Evidence EvidenceDocumentReference EvidenceIssuingParty EvidenceSupplied ExaminationTransportEvent
      ExceptionCriteriaLine ExceptionNotificationLine ExceptionObservationPeriod ExchangeRate ExportCountry ExportationTransportEvent
      ExporterParty ExternalReference ExtraAllowanceCharge FinalDeliveryParty FinalDeliveryTransportationService
      FinalDestinationCountry FinalFinancialGuarantee FinancialAccount FinancialCapability FinancialEvaluationCriterion
      FinancialGuarantee FinancialInstitution FinancialInstitutionBranch FinancingFinancialAccount FinancingParty
      FirstArrivalPortLocation FiscalLegislationDocumentReference FlashpointTemperature FloorSpaceMeasurementDimension
      ForecastException ForecastExceptionCriterionLine ForecastLine ForecastPeriod ForecastRevisionLine ForeignExchangeContract
      FrameworkAgreement FreightAllowanceCharge FreightChargeLocation FreightForwarderParty FrequencyPeriod FromLocation GoodsItem
      GoodsItemContainer GuaranteeDocumentReference GuarantorParty GuidanceDocumentReference HandlingTransportEvent
      HandlingUnitDespatchLine HaulageTradingTerms HazardousGoodsTransit HazardousItem HazardousItemNotificationParty HeadOfficeParty
      IdentityDocumentReference ImmobilizedSecurity ImporterParty InformationContentProviderParty InstructionForReturnsLine
      InsuranceEndorsement InsuranceParty InterestedParty InterestedProcurementProjectLot InventoryLocation InventoryPeriod
      InventoryReportLine InventoryReportingParty InvitationSubmissionPeriod InvoiceDocumentReference InvoiceLine InvoicePeriod
      IssuerEndorsement IssuerParty IssuingCountry Item ItemComparison ItemIdentification ItemInformationRequestLine ItemInstance
      ItemLocationQuantity ItemManagementProfile ItemPriceExtension ItemProperty ItemPropertyGroup ItemPropertyRange
      ItemSpecificationDocumentReference JurisdictionRegionAddress KeywordItemProperty Language LastExitPortLocation
      LegalDocumentReference LegalMonetaryTotal LineItem LineReference LineResponse LineValidityPeriod LoadingLocation
      LoadingPortLocation LoadingProofParty LoadingTransportEvent Location LocationAddress LocationCoordinate LogisticsOperatorParty
      LotIdentification MainCarriageShipmentStage MainCommodityClassification MainOnAccountPayment MainPeriod MainQualifyingParty
      MainTransportationService MandateDocumentReference ManufacturerParty ManufacturersItemIdentification MaritimeTransport
      MasterPerson MaximumDeliveryUnit MaximumTemperature MeasurementDimension MeasurementFromLocation MeasurementToLocation
      MediationParty Meter MeterProperty MeterReading MinimumDeliveryUnit MinimumTemperature MinutesDocumentReference
      MiscellaneousEvent MonetaryTotal MortgageHolderParty NominationPeriod NotaryParty NoticeDocumentReference NotificationLocation
      NotificationPeriod NotificationRequirement NotifyParty OccurenceLocation OfferedItemLocationQuantity OnAccountPayment
      OnCarriageShipmentStage OpenTenderEvent OperatingParty OptionValidityPeriod OptionalTakeoverTransportEvent
      OrderDocumentReference OrderLine OrderLineReference OrderReference OrderedShipment OriginAddress OriginCountry
      OriginalDepartureCountry OriginalDespatchParty OriginalDespatchTransportationService OriginalDocumentReference
      OriginalItemLocationQuantity OriginatorCustomerParty OriginatorDocumentReference OriginatorParty OtherCommunication OwnerParty
      Package PackagedTransportHandlingUnit PalletSpaceMeasurementDimension ParentDocumentLineReference ParentDocumentReference
      ParticipatingLocationsLocation ParticipationRequestReceptionPeriod Party PartyIdentification PartyLegalEntity PartyName
      PartyTaxScheme PassengerPerson PayeeFinancialAccount PayeeParty PayerFinancialAccount PayerParty Payment
      PaymentAlternativeExchangeRate PaymentExchangeRate PaymentMandate PaymentMeans PaymentReversalPeriod PaymentTerms PenaltyClause
      PenaltyPaymentTerms PenaltyPeriod PerformanceDataLine PerformingCarrierParty Period Person PhysicalAttribute PhysicalLocation
      Pickup PickupLocation PickupParty PickupTransportEvent PlannedArrivalTransportEvent PlannedDeliveryTransportEvent
      PlannedDepartureTransportEvent PlannedPeriod PlannedPickupTransportEvent PlannedWaypointTransportEvent PositioningTransportEvent
      PostalAddress PowerOfAttorney PreCarriageShipmentStage PreSelectedParty PrepaidPayment PrepaidPaymentTerms PreparationParty
      PresentationPeriod PreviousDocumentReference PreviousPriceList Price PriceExtension PriceList PricingExchangeRate
      PricingReference ProcessJustification ProcurementLegislationDocumentReference ProcurementProject ProcurementProjectLot
      ProjectReference PromisedDeliveryPeriod PromotionalEvent PromotionalEventLineItem PromotionalSpecification ProviderParty
      QualificationResolution QualifyingParty QuarantineTransportEvent QuotationDocumentReference QuotationLine QuotationLineReference
      QuotedMonetaryTotal RailTransport RangeDimension RealizedLocation ReceiptDocumentReference ReceiptLine ReceiptLineReference
      ReceiptTransportEvent ReceivedHandlingUnitReceiptLine ReceiverParty RecipientCustomerParty RecipientParty ReferencedConsignment
      ReferencedContract ReferencedGoodsItem ReferencedPackage ReferencedShipment ReferencedTransportEquipment RegistrationAddress
      RegistryCertificateDocumentReference RegistryPortLocation Regulation RelatedCatalogueReference RelatedItem
      ReminderDocumentReference ReminderLine ReminderPeriod RemittanceAdviceLine Renewal ReplacedNoticeDocumentReference
      ReplacedRelatedItem ReplacementRelatedItem ReportedShipment ReportingPerson RequestForQuotationDocumentReference
      RequestForQuotationLine RequestForTenderLine RequestLineReference RequestedArrivalTransportEvent RequestedCatalogueReference
      RequestedClassificationScheme RequestedDeliveryPeriod RequestedDeliveryTransportEvent RequestedDepartureTransportEvent
      RequestedDespatchPeriod RequestedDocumentReference RequestedLanguage RequestedMonetaryTotal RequestedPickupTransportEvent
      RequestedStatusLocation RequestedStatusPeriod RequestedTenderTotal RequestedValidityPeriod RequestedWaypointTransportEvent
      RequiredBusinessClassificationScheme RequiredClassificationScheme RequiredFinancialGuarantee RequiredItemLocationQuantity
      RequiredRelatedItem ResidenceAddress ResolutionDocumentReference Response ResponsibleTransportServiceProviderParty
      ResultOfVerification RetailPlannedImpact RetailerCustomerParty ReturnAddress RoadTransport SalesItem ScheduledServiceFrequency
      SecondaryHazard SecurityOfficerPerson SelfBilledCreditNoteDocumentReference SelfBilledInvoiceDocumentReference SellerContact
      SellerProposedSubstituteLineItem SellerSubstitutedLineItem SellerSupplierParty SellersItemIdentification SenderParty
      ServiceAllowanceCharge ServiceChargePaymentTerms ServiceEndTimePeriod ServiceFrequency ServiceProviderParty
      ServiceStartTimePeriod SettlementPeriod ShareholderParty Shipment ShipmentDocumentReference ShipmentStage ShipsSurgeonPerson
      SignatoryContact SignatoryParty Signature SourceCatalogueReference SourceIssuerParty SpecificTendererRequirement
      StandardItemIdentification StatementDocumentReference StatementLine StatementPeriod Status StatusLocation StatusPeriod
      StockAvailabilityReportLine StorageLocation StorageTransportEvent Stowage SubCreditNoteLine SubDebitNoteLine SubInvoiceLine
      SubLineItem SubRequestForTenderLine SubTenderLine SubcontractTerms SubcontractorParty SubordinateAwardingCriterion
      SubordinateAwardingCriterionResponse SubscriberConsumption SubscriberParty SubsequentProcessTenderRequirement SubsidiaryLocation
      SubstituteCarrierParty SuggestedEvidence SupplierConsumption SupplierParty SupplyChainActivityDataLine SupplyItem
      SupportedCommodityClassification SupportedTransportEquipment SupportingDocumentReference TakeoverTransportEvent TaxCategory
      TaxExchangeRate TaxExclusivePrice TaxInclusivePrice TaxRepresentativeParty TaxScheme TaxSubtotal TaxTotal TechnicalCapability
      TechnicalCommitteePerson TechnicalDocumentReference TechnicalEvaluationCriterion TelecommunicationsService
      TelecommunicationsSupply TelecommunicationsSupplyLine Temperature TemplateDocumentReference TenderDocumentReference
      TenderEvaluationParty TenderLine TenderPreparation TenderRecipientParty TenderRequirement TenderResult
      TenderSubmissionDeadlinePeriod TenderValidityPeriod TenderedProject TendererParty TendererPartyQualification
      TendererQualificationDocumentReference TendererQualificationRequest TendererRequirement TenderingProcess TenderingTerms
      TerminalOperatorParty TimeDuty ToLocation TotalCapacityDimension TradeFinancing TradingTerms TransactionConditions
      TransitCountry TransitPeriod TransportAdvisorParty TransportContract TransportEquipment TransportEquipmentSeal TransportEvent
      TransportExecutionPlanDocumentReference TransportExecutionPlanRequestDocumentReference TransportExecutionTerms
      TransportHandlingUnit TransportMeans TransportProgressStatusRequestDocumentReference TransportSchedule
      TransportServiceDescriptionDocumentReference TransportServiceDescriptionRequestDocumentReference TransportServiceProviderParty
      TransportServiceProviderResponseDeadlinePeriod TransportServiceProviderResponseRequiredPeriod TransportUserParty
      TransportUserResponseRequiredPeriod TransportationSegment TransportationService TransportationStatusRequestDocumentReference
      TransshipPortLocation UnloadingLocation UnloadingPortLocation UnstructuredPrice UnsupportedCommodityClassification
      UnsupportedTransportEquipment UpdatedDeliveryTransportEvent UpdatedPickupTransportEvent UsabilityPeriod UtilityConsumptionPoint
      UtilityCustomerParty UtilityItem UtilityMeter UtilitySupplierParty ValidityPeriod WarehousingTransportEvent WarrantyParty
      WarrantyValidityPeriod WebSiteAccess WinningParty WithholdingTaxTotal WitnessParty WorkOrderDocumentReference WorkPhaseReference`,
  ],
  [
    'ext',
    'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2',
    `
      ExtensionAgencyID ExtensionAgencyName ExtensionAgencyURI ExtensionContent ExtensionReason ExtensionReasonCode ExtensionURI
      ExtensionVersionID UBLExtension UBLExtensions`,
  ],
  [
    'rsm',
    'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
    `
      CrossIndustryInvoice ExchangedDocument ExchangedDocumentContext SupplyChainTradeTransaction ValuationBreakdownStatement`,
  ],
  [
    'ram',
    'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
    `
      AbsolutePresenceVolumeMeasure AbsolutePresenceWeightMeasure Abstract Access AccessAvailabilitySpecifiedPeriod AccountName
      ActualAmount ActualDateTime ActualDeliverySupplyChainEvent ActualDespatchSupplyChainEvent ActualDiscountAmount
      ActualPenaltyAmount ActualPickUpSupplyChainEvent ActualQuantity ActualQuantityPercent ActualQuantityWorkItemDimension
      ActualReceiptSupplyChainEvent ActualTradeCurrencyExchange ActualWorkItemComplexDescription AdditionalReferenceReferencedDocument
      AdditionalReferencedDocument AdditionalStreetName AgencyID AllowanceCharge AllowanceChargeBasisAmount AllowanceTotalAmount
      AlternativeClassificationCode AltitudeMeasure AmountTypeCode ApplicableDisposalInstructions ApplicableHeaderTradeAgreement
      ApplicableHeaderTradeDelivery ApplicableHeaderTradeSettlement ApplicableMaterialGoodsCharacteristic
      ApplicableProductCharacteristic ApplicableProductCharacteristicCondition ApplicableReferencedStandard
      ApplicableReturnableAssetInstructions ApplicableTradeDeliveryTerms ApplicableTradePaymentDiscountTerms
      ApplicableTradePaymentPenaltyTerms ApplicableTradeProduct ApplicableTradeSettlementFinancialCard ApplicableTradeTax
      ApplicationSpecifiedDocumentContextParameter AppliedAmount AppliedFromLogisticsLocation AppliedToLogisticsLocation
      AppliedTradeAllowanceCharge AppliedTradeTax AreaDensityMeasure AssociatedDocumentLineDocument AssociatedInvoiceAmount
      AssociatedReferencedDocument AssociatedRegisteredTax AttachedSpecifiedBinaryFile AttachmentBinaryObject AttentionOf
      AustralianBSBID AustrianBankleitzahlID AuthorName AuthorizedLegalRegistration AutomaticDataCaptureMethodTypeCode BICID
      BIMSpecifiedDocumentContextParameter BarcodeTypeCode BasisAmount BasisDateTime BasisPeriodMeasure BasisQuantity BatchID
      BestBeforeDateTime BilledQuantity BillingSpecifiedPeriod BrandName BrandOwnerTradeParty BreakdownWorkItemQuantityAnalysis
      BuildingName BuildingNumber BusinessProcessSpecifiedDocumentContextParameter BuyerAgentTradeParty
      BuyerAssignedAccountantTradeParty BuyerAssignedID BuyerDeductibleTaxSpecifiedTradeAccountingAccount
      BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount BuyerOrderReferencedDocument BuyerReference
      BuyerRepayableTaxSpecifiedTradeAccountingAccount BuyerRequisitionerTradeParty BuyerTaxRepresentativeTradeParty BuyerTradeParty
      CHIPSParticipantID CHIPSUniversalID CalculatedAmount CalculatedRate CalculationBasis CalculationBasisCode CalculationPercent
      CalculationSequenceNumeric CanadianPaymentsAssociationID CardholderName CareOf CarrierTradeParty CategoryAppliedTax CategoryCode
      CategoryName CategoryTradeTax CertificationEvidenceReferenceReferencedDocument ChangeReason ChangedDateTime
      ChangedRecordedStatus ChangerName ChannelCode CharacterSetCode CharacteristicCode ChargeAmount ChargeCategoryCode
      ChargeFreeQuantity ChargeIndicator ChargeTotalAmount CityID CityName CitySubDivisionName ClaimRelatedTradeParty ClassCode
      ClassName ClassProductCharacteristic ClearingSystemName ColourCode ColourDescription Comment ComparisonMethodCode
      CompleteDateTime CompleteNumber ComponentWorkItemDimension ConditionCode ConsigneeTradeParty ConsignorTradeParty
      ConsumptionReportReferencedDocument Content ContentAmount ContentCode ContentDateTime ContentLayerQuantity ContentTypeCode
      ContinuousIndicator ContractReferencedDocument ContractualLanguageCode ControlRequirementIndicator ConversionRate
      ConversionRateDateTime CopyIndicator CostReferenceDimensionPattern CountryID CountryName CountrySubDivisionID
      CountrySubDivisionName CreationDateTime CreationSpecifiedBinaryFile CreditAvailableAmount CreditLimitAmount CreditReason
      CreditReasonCode CreditorReferenceID CreditorReferenceIssuerID CreditorReferenceType CreditorReferenceTypeCode CurrencyCode
      CustomerFacingTotalUnitQuantity CustomsDutyIndicator CustomsExportAgentTradeParty CustomsImportAgentTradeParty
      DeclaredValueForCustomsAmount DeclaredValueForStatisticsAmount DefaultCurrencyCode DefaultLanguageCode DefinedTradeContact
      DeliveryNoteReferencedDocument DeliveryTradeLocation DeliveryTradeParty DeliveryTypeCode DemandForecastReferencedDocument
      DepartmentName DepositValueSpecifiedAmount DepositValueValiditySpecifiedPeriod Description DescriptionBinaryObject
      DescriptionCode DesignatedProductClassification Designation DespatchAdviceReferencedDocument DespatchedQuantity DiameterMeasure
      DirectDebitMandateID DirectTelephoneUniversalCommunication DisbursementAmount DiscountIndicator DisposalMethodCode
      DrainedNetWeightMeasure DueDateDateTime DueDateTypeCode DuePayableAmount DurationMeasure EarliestOccurrenceDateTime
      EffectiveSpecifiedPeriod ElementVersionID EmailURIUniversalCommunication EncodingCode EndDateTime EndItemName EndItemTypeCode
      EndPointURIUniversalCommunication ExemptionReason ExemptionReasonCode ExpiryDate ExpiryDateTime
      FactoringAgreementReferencedDocument FactoringListReferencedDocument FamilyName FaxUniversalCommunication FedwireRoutingNumberID
      FileName FormattedCancellationAnnouncedLaunchDateTime FormattedIssueDateTime FormattedLatestProductDataChangeDateTime
      FormattedReceivedDateTime FreightForwarderTradeParty FromEventCode GermanBankleitzahlID GivenName GlobalID GlobalSerialID
      GrandTotalAmount GrossLineTotalAmount GrossPriceProductTradePrice GrossVolumeMeasure GrossWeightMeasure GroupingCentreTradeParty
      GuaranteeMethodCode GuidelineSpecifiedDocumentContextParameter HeightMeasure HellenicBankID HongKongBankID IBANID ID
      Identification IncludedBinaryObject IncludedNote IncludedReferencedProduct IncludedSpecifiedMarketplace
      IncludedSubordinateTradeLineItem IncludedSupplyChainConsignmentItem IncludedSupplyChainPackaging
      IncludedSupplyChainTradeLineItem IncludedTradeTax InclusiveIndicator Index IndexValue IndianFinancialSystemID
      IndividualTradeProductInstance IndustryAssignedID Information InformationAmount InformationNote
      InspectionReferenceReferencedDocument InstantMessagingUniversalCommunication InstructionTypeCode InsurancePremiumAmount
      InterestRatePercent InvoiceAmount InvoiceApplicableTradeCurrencyExchange InvoiceCurrencyCode InvoiceDateTime
      InvoiceIssuerReference InvoiceReferenceReferencedDocument InvoiceReferencedDocument InvoiceeTradeParty InvoicerTradeParty
      IrishNSCID IssueDateTime IssuerAssignedID IssuerTradeParty IssuingCompanyName ItalianDomesticID ItemBasicWorkItem
      ItemBuyerTradeParty ItemGroupedWorkItem ItemSellerTradeParty JapanFinancialInstitutionCommonID JobTitle Jurisdiction KanbanID
      LanguageID LatestOccurrenceDateTime LatitudeMeasure LayerTotalUnitQuantity LegalClassificationCode LegalRightsOwnerTradeParty
      LengthMeasure LetterOfCreditReferencedDocument LineFive LineFour LineID LineOne LineStatusCode LineStatusReasonCode LineThree
      LineTotalAmount LineTotalBasisAmount LineTwo LinearSpatialDimension LoadingLengthMeasure LocationFinancialInstitutionAddress
      LogoAssociatedSpecifiedBinaryFile LongitudeMeasure MIMECode MSDSReferenceReferencedDocument ManufacturerAssignedID
      ManufacturerTradeParty MarketID MaterialID MaximumLinearSpatialDimension MaximumQuantity MaximumStackabilityQuantity
      MaximumStackabilityWeightMeasure MeasurementMethodCode MeasurementMethodID MessageStandardSpecifiedDocumentContextParameter
      MicrochipIndicator MiddleName MinimumLinearSpatialDimension MinimumQuantity MobileTelephoneUniversalCommunication Mode ModeCode
      Name NatureIdentificationTransportCargo NetIncludingTaxesLineTotalAmount NetLineTotalAmount NetPriceIndicator
      NetPriceProductTradePrice NetWeightMeasure NewZealandNCCID NextInvoiceDateTime OccurrenceDateTime OccurrenceLogisticsLocation
      OccurrenceSpecifiedPeriod OpenIndicator OperationalCategoryCode OrderResponseReferencedDocument OrderUnitConversionFactorNumeric
      OrderingAvailablePeriod OriginTradeCountry OwnerTradeParty PackageQuantity PackagingSupplyChainEvent
      PackingListReferencedDocument PaidAmount ParentLineID PartID PartialPaymentAmount PartialPaymentPercent
      PayableSpecifiedTradeAccountingAccount PayeePartyCreditorFinancialAccount PayeeSpecifiedCreditorFinancialInstitution
      PayeeTradeParty PayerPartyDebtorFinancialAccount PayerSpecifiedDebtorFinancialInstitution PayerTradeParty PayingPartyRoleCode
      PaymentApplicableTradeCurrencyExchange PaymentArrangementCode PaymentChannelCode PaymentCurrencyCode PaymentMeansID
      PaymentMethodCode PaymentPlaceLogisticsLocation PaymentReference PerPackageUnitQuantity PersonID PersonName
      PhysicalGeographicalCoordinate PlaceApplicableTradeLocation PolishNationalClearingID PortugueseNCCID PostOfficeBox
      PostalTradeAddress PostcodeCode PrepaidIndicator PresentationSpecifiedBinaryFile PreviousDeliverySupplyChainEvent
      PreviousRevisionID PriceListID PriceListItemID PriceListReferencedDocument PrimaryClassificationCode
      ProFormaInvoiceReferencedDocument ProductEndUserTradeParty ProductGroupID ProductUnitQuantity
      ProductValueExcludingTobaccoTaxInformationAmount ProductWeightLossInformationAmount ProductionSupplyChainEvent
      PromotionalDealReferencedDocument ProportionalConstituentPercent ProprietaryID PurchaseConditionsReferencedDocument
      PurchaseSpecifiedTradeAccountingAccount Purpose PurposeCode QueryID QuotationReferencedDocument RateApplicablePercent
      ReaderSpecifiedBinaryFile Reason ReasonCode ReceivableSpecifiedTradeAccountingAccount ReceivedQuantity
      ReceivingAdviceReferencedDocument RecyclingDescriptionCode RecyclingProcedure Reference ReferenceFileBinaryObject ReferenceID
      ReferenceTypeCode ReferencedSpecifiedBinaryFile RegistrationID RelatedAppliedAllowanceCharge RelatedSupplyChainConsignment
      RelationshipTypeCode RelevantTradeLocation RequestedActionCode RequestedDeliverySupplyChainEvent RequestedQuantity
      RequestingSpecificationQuery RequisitionerReferencedDocument RespondingSpecificationResponse Responsibility
      RetailValueExcludingTaxInformationAmount RevisionDateTime RevisionID RoleCode RoundingAmount RussianCentralBankID SICID
      SalesAgentTradeParty SalesMethodCode SalesSpecifiedTradeAccountingAccount ScenarioSpecifiedDocumentContextParameter SeasonCode
      SectionName SellByDateTime SellerAssignedAccountantTradeParty SellerAssignedID SellerOrderReferencedDocument
      SellerPayableTaxSpecifiedTradeAccountingAccount SellerRefundableTaxSpecifiedTradeAccountingAccount
      SellerTaxRepresentativeTradeParty SellerTradeParty SequenceNumeric SerialID ServiceCategoryCode ServiceSupplyTradeCountry
      SetTriggerCode SettlementPeriodMeasure ShipFromTradeParty ShipToTradeParty SizeMeasure SourceCurrencyCode SourceUnitBasisNumeric
      SouthAfricanNCCID SpanishDomesticInterbankingID SpecifiedAdvancePayment SpecifiedContactPerson SpecifiedDeliveryAdjustment
      SpecifiedDocumentVersion SpecifiedFinancialAdjustment SpecifiedLegalOrganization SpecifiedLineTradeAgreement
      SpecifiedLineTradeDelivery SpecifiedLineTradeSettlement SpecifiedLogisticsServiceCharge SpecifiedLogisticsTransportMovement
      SpecifiedNote SpecifiedPackagingMarking SpecifiedProcuringProject SpecifiedReferencedProduct
      SpecifiedSubordinateLineTradeAgreement SpecifiedSubordinateLineTradeDelivery SpecifiedSubordinateLineTradeSettlement
      SpecifiedTaxRegistration SpecifiedTradeAccountingAccount SpecifiedTradeAllowanceCharge SpecifiedTradePaymentTerms
      SpecifiedTradeProduct SpecifiedTradeSettlementFinancialCard SpecifiedTradeSettlementHeaderMonetarySummation
      SpecifiedTradeSettlementLineMonetarySummation SpecifiedTradeSettlementPaymentMeans SpecifiedTransactionID StageCode
      StartDateFlexibilityCode StartDateTime StatisticalClassificationCode StatusCode StreetName SubBrandName SubClassCode
      SubDivisionBranchFinancialInstitution Subject SubjectCode SubordinateBasicWorkItem SubordinateTradeCountrySubDivision
      SubsetSpecifiedDocumentContextParameter SubsetWorkItemComplexDescription SubtotalCalculatedTradeTax SupplierAssignedSerialID
      SupplyInstructionReferencedDocument SwissBCID SystemID SystemName TargetCurrencyCode TargetUnitBaseNumeric TariffClassCode
      TariffQuantity TaxApplicableTradeCurrencyExchange TaxBasisAllowanceRate TaxBasisTotalAmount TaxCurrencyCode TaxPointDate
      TaxTotalAmount TelephoneUniversalCommunication TelexUniversalCommunication TermsAndConditionsDescription
      TermsAndConditionsDescriptionCode TestIndicator TheoreticalWeightMeasure Title TotalAdjustmentAmount TotalAllowanceChargeAmount
      TotalCalculatedPrice TotalChargeAmount TotalDepositFeeInformationAmount TotalDiscountAmount TotalPrepaidAmount TotalQuantity
      TotalQuantityClassificationCode TotalQuantityWorkItemQuantityAnalysis TotalRetailValueInformationAmount
      TradeComparisonReferencePrice TradeName TradingBusinessName TransportContractReferencedDocument TransportPaymentMethodCode Type
      TypeCode TypeExtensionCode UKSortCodeID URIID URIUniversalCommunication UltimateCustomerOrderReferencedDocument
      UltimatePayeeTradeParty UltimateShipToTradeParty UnitBasisAmount UnitCalculatedPrice UnitQuantity UseDescription
      UsedCapacityCode UsedLogisticsTransportMeans UtilizedLogisticsTransportEquipment VOIPUniversalCommunication ValidFromDateTime
      ValiditySpecifiedPeriod ValuationBreakdownStatement Value ValueCode ValueDateTime ValueIndicator ValueMeasure
      ValueSpecifiedBinaryFile VariableMeasureIndicator VerificationNumeric VersionID VirtualIndicator WebsiteURIID WeightMeasure
      WidthMeasure`,
  ],
  [
    'udt',
    'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
    `
      Date DateString DateTime DateTimeString Indicator IndicatorString`,
  ],
  ['qdt', 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100', 'DateTimeString'],
  ['sig', 'urn:oasis:names:specification:ubl:schema:xsd:CommonSignatureComponents-2', 'UBLDocumentSignatures'],
  ['sac', 'urn:oasis:names:specification:ubl:schema:xsd:SignatureAggregateComponents-2', 'SignatureInformation'],
  ['sbc', 'urn:oasis:names:specification:ubl:schema:xsd:SignatureBasicComponents-2', 'ReferencedSignatureID'],
  [
    'ds',
    'http://www.w3.org/2000/09/xmldsig#',
    `
      CanonicalizationMethod DSAKeyValue DigestMethod DigestValue Exponent G HMACOutputLength J KeyInfo KeyName KeyValue Manifest
      MgmtData Modulus Object P PGPData PGPKeyID PGPKeyPacket PgenCounter Q RSAKeyValue Reference RetrievalMethod SPKIData SPKISexp
      Seed Signature SignatureMethod SignatureProperties SignatureProperty SignatureValue SignedInfo Transform Transforms X509CRL
      X509Certificate X509Data X509IssuerName X509IssuerSerial X509SKI X509SerialNumber X509SubjectName XPath Y`,
  ],
  [
    'xades',
    'http://uri.etsi.org/01903/v1.3.2#',
    `
      AllDataObjectsTimeStamp AllSignedDataObjects Any ArchiveTimeStamp AttrAuthoritiesCertValues AttributeCertificateRefs
      AttributeRevocationRefs AttributeRevocationValues ByKey ByName CRLIdentifier CRLRef CRLRefs CRLValues Cert CertDigest CertRefs
      CertificateValues CertifiedRole CertifiedRoles City ClaimedRole ClaimedRoles CommitmentTypeId CommitmentTypeIndication
      CommitmentTypeQualifier CommitmentTypeQualifiers CompleteCertificateRefs CompleteRevocationRefs CounterSignature CountryName
      DataObjectFormat Description DigestAlgAndValue DocumentationReference DocumentationReferences EncapsulatedCRLValue
      EncapsulatedOCSPValue EncapsulatedPKIData EncapsulatedTimeStamp EncapsulatedX509Certificate Encoding ExplicitText Identifier
      Include IndividualDataObjectsTimeStamp IssueTime Issuer IssuerSerial MimeType NoticeNumbers NoticeRef Number OCSPIdentifier
      OCSPRef OCSPRefs OCSPValues ObjectIdentifier ObjectReference Organization OtherCertificate OtherRef OtherRefs OtherTimeStamp
      OtherValue OtherValues PostalCode ProducedAt QualifyingProperties QualifyingPropertiesReference ReferenceInfo RefsOnlyTimeStamp
      ResponderID RevocationValues SPURI SPUserNotice SigAndRefsTimeStamp SigPolicyHash SigPolicyId SigPolicyQualifier
      SigPolicyQualifiers SignaturePolicyId SignaturePolicyIdentifier SignaturePolicyImplied SignatureProductionPlace
      SignatureTimeStamp SignedDataObjectProperties SignedProperties SignedSignatureProperties SignerRole SigningCertificate
      SigningTime StateOrProvince UnsignedDataObjectProperties UnsignedDataObjectProperty UnsignedProperties
      UnsignedSignatureProperties XAdESTimeStamp XMLTimeStamp int`,
  ],
  ['xades141', 'http://uri.etsi.org/01903/v1.4.1#', 'ArchiveTimeStampV2 TimeStampValidationData'],
]

/** Attribute names without a namespace, and the namespaced ones that mean something to a schema. */
export const attributes = `
  Algorithm Encoding Id MimeType ObjectReference Qualifier Target Type UR URI characterSetCode currencyCodeListVersionID currencyID
  encodingCode filename format languageID languageLocaleID listAgencyID listAgencyName listID listName listSchemeURI listURI
  listVersionID mimeCode name referencedData schemeAgencyID schemeAgencyName schemeDataURI schemeID schemeName schemeURI
  schemeVersionID unitCode unitCodeListAgencyID unitCodeListAgencyIdentifier unitCodeListAgencyName unitCodeListID unitCodeListIdentifier unitCodeListVersionID uri xsi:type xsi:nil
  xsi:schemaLocation xsi:noNamespaceSchemaLocation xml:lang xml:space xml:base xml:id`
