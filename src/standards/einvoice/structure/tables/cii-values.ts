// CII D16B, the types that hold a value.

/** Attributes with = have a fixed value, + in it stands for a space; simple marks simple types. */
export const ciiValueTypes = `
  udt:AmountType {currencyID:token currencyCodeListVersionID:token} = $decimal
  udt:BinaryObjectType {format:string mimeCode:token encodingCode:token characterSetCode:token uri:anyURI filename:string} =
    $base64Binary
  udt:CodeType {listID:token listAgencyID:token listAgencyName:string listName:string listVersionID:token name:string
    languageID:token listURI:anyURI listSchemeURI:anyURI} = $token
  udt:DateTimeType = ( udt: DateTimeString=udt:DateTimeType.DateTimeString | DateTime=xs:dateTime )
  udt:DateType = ( udt: DateString=udt:DateType.DateString | Date=xs:date )
  udt:IDType {schemeID:token schemeName:string schemeAgencyID:token schemeAgencyName:string schemeVersionID:token
    schemeDataURI:anyURI schemeURI:anyURI} = $token
  udt:IndicatorType = ( udt: IndicatorString=udt:IndicatorType.IndicatorString | Indicator=xs:boolean )
  udt:MeasureType {unitCode:token unitCodeListVersionID:token} = $decimal
  udt:NumericType {format:string} = $decimal
  udt:PercentType {format:string} = $decimal
  udt:QuantityType {unitCode:token unitCodeListID:token unitCodeListAgencyID:token unitCodeListAgencyName:string} = $decimal
  udt:RateType {format:string} = $decimal
  udt:TextType {languageID:token languageLocaleID:token} = $string
  udt:ValueType {format:string} = $decimal
  qdt:AccountingAccountTypeCodeContentType simple = $token
  qdt:AccountingAccountTypeCodeType {listID:token=AccountingE501 listAgencyID:token=210 listVersionID:token listURI:anyURI} =
    $qdt:AccountingAccountTypeCodeContentType
  qdt:AccountingAmountTypeCodeContentType simple = $token
  qdt:AccountingAmountTypeCodeType {listID:token=AccountingE601 listAgencyID:token=210 listVersionID:token listURI:anyURI} =
    $qdt:AccountingAmountTypeCodeContentType
  qdt:AccountingDocumentCodeContentType simple = $token
  qdt:AccountingDocumentCodeListAgencyIDContentType simple = $token
  qdt:AccountingDocumentCodeType {listID:token=1001_Accounting listAgencyID:qdt:AccountingDocumentCodeListAgencyIDContentType=6
    listVersionID:token listURI:anyURI} = $qdt:AccountingDocumentCodeContentType
  qdt:AdjustmentReasonCodeContentType simple = $token
  qdt:AdjustmentReasonCodeListAgencyIDContentType simple = $token
  qdt:AdjustmentReasonCodeType {listID:token=4465 listAgencyID:qdt:AdjustmentReasonCodeListAgencyIDContentType=6
    listVersionID:token} = $qdt:AdjustmentReasonCodeContentType
  qdt:AllowanceChargeIdentificationCodeContentType simple = $token
  qdt:AllowanceChargeIdentificationCodeType {listID:token=5189_AllowanceChargeID listAgencyID:token=6 listVersionID:token
    listURI:anyURI} = $qdt:AllowanceChargeIdentificationCodeContentType
  qdt:AllowanceChargeReasonCodeContentType simple = $token
  qdt:AllowanceChargeReasonCodeListAgencyIDContentType simple = $token
  qdt:AllowanceChargeReasonCodeType {listID:token=4465_AllowanceChargeReasonCode
    listAgencyID:qdt:AllowanceChargeReasonCodeListAgencyIDContentType=6 listVersionID:token listURI:anyURI} =
    $qdt:AllowanceChargeReasonCodeContentType
  qdt:AutomaticDataCaptureMethodCodeContentType simple = $token
  qdt:AutomaticDataCaptureMethodCodeListAgencyIDContentType simple = $token
  qdt:AutomaticDataCaptureMethodCodeType {listID:token=7233_AutomaticDataCaptureMethodCode
    listAgencyID:qdt:AutomaticDataCaptureMethodCodeListAgencyIDContentType=6 listVersionID:token listURI:anyURI} =
    $qdt:AutomaticDataCaptureMethodCodeContentType
  qdt:CargoCategoryCodeContentType simple = $token
  qdt:CargoCategoryCodeListAgencyIDContentType simple = $token
  qdt:CargoCategoryCodeType {listID:token=Recommendation+21-Annex+I listAgencyID:qdt:CargoCategoryCodeListAgencyIDContentType=6
    listVersionID:token name:string} = $qdt:CargoCategoryCodeContentType
  qdt:CargoCommodityCategoryCodeContentType simple = $token
  qdt:CargoCommodityCategoryCodeType {listID:token=7357 listAgencyID:token=6 listVersionID:token name:string} =
    $qdt:CargoCommodityCategoryCodeContentType
  qdt:CargoOperationalCategoryCodeContentType simple = $token
  qdt:CargoOperationalCategoryCodeListAgencyIDContentType simple = $token
  qdt:CargoOperationalCategoryCodeType {listID:token=7085b listAgencyID:qdt:CargoOperationalCategoryCodeListAgencyIDContentType=6
    listVersionID:token name:string} = $qdt:CargoOperationalCategoryCodeContentType
  qdt:ChargePayingPartyRoleCodeContentType simple = $token
  qdt:ChargePayingPartyRoleCodeListAgencyIDContentType simple = $token
  qdt:ChargePayingPartyRoleCodeType {listID:token=3035_Charge+Paying
    listAgencyID:qdt:ChargePayingPartyRoleCodeListAgencyIDContentType=6 listVersionID:token name:string} =
    $qdt:ChargePayingPartyRoleCodeContentType
  qdt:CommunicationChannelCodeContentType simple = $token
  qdt:CommunicationChannelCodeListAgencyIDContentType simple = $token
  qdt:CommunicationChannelCodeType {listID:token=3155_CommunicationChannelCode
    listAgencyID:qdt:CommunicationChannelCodeListAgencyIDContentType=6 listVersionID:token listURI:anyURI} =
    $qdt:CommunicationChannelCodeContentType
  qdt:ContactTypeCodeContentType simple = $token
  qdt:ContactTypeCodeListAgencyIDContentType simple = $token
  qdt:ContactTypeCodeType {listID:token=3139_ContactTypeCode listAgencyID:qdt:ContactTypeCodeListAgencyIDContentType=6
    listVersionID:token listURI:anyURI} = $qdt:ContactTypeCodeContentType
  qdt:CountryIDContentType simple = $token
  qdt:CountryIDSchemeAgencyIDContentType simple = $token
  qdt:CountryIDType {schemeID:token schemeAgencyID:qdt:CountryIDSchemeAgencyIDContentType schemeVersionID:token=second+edition+2006}
    = $qdt:CountryIDContentType
  qdt:CurrencyCodeContentType simple = $token
  qdt:CurrencyCodeListAgencyIDContentType simple = $token
  qdt:CurrencyCodeType {listID:token=ISO+4217+3A listAgencyID:qdt:CurrencyCodeListAgencyIDContentType=5 listVersionID:token
    listURI:anyURI} = $qdt:CurrencyCodeContentType
  qdt:DeliveryTermsCodeContentType simple = $token
  qdt:DeliveryTermsCodeListAgencyIDContentType simple = $token
  qdt:DeliveryTermsCodeType {listID:token=4053 listAgencyID:qdt:DeliveryTermsCodeListAgencyIDContentType=6 listVersionID:token} =
    $qdt:DeliveryTermsCodeContentType
  qdt:DimensionTypeCodeContentType simple = $token
  qdt:DimensionTypeCodeListAgencyIDContentType simple = $token
  qdt:DimensionTypeCodeType {listID:token=6145 listAgencyID:qdt:DimensionTypeCodeListAgencyIDContentType=6 listVersionID:token
    name:string} = $qdt:DimensionTypeCodeContentType
  qdt:DocumentCodeContentType simple = $token
  qdt:DocumentCodeListAgencyIDContentType simple = $token
  qdt:DocumentCodeType {listID:token=1001 listAgencyID:qdt:DocumentCodeListAgencyIDContentType=6 listVersionID:token name:string
    listURI:anyURI} = $qdt:DocumentCodeContentType
  qdt:DocumentStatusCodeContentType simple = $token
  qdt:DocumentStatusCodeListAgencyIDContentType simple = $token
  qdt:DocumentStatusCodeType {listID:token=1373 listAgencyID:qdt:DocumentStatusCodeListAgencyIDContentType=6 listVersionID:token
    name:string} = $qdt:DocumentStatusCodeContentType
  qdt:FormattedDateTimeFormatContentType simple = $string
  qdt:FormattedDateTimeType = qdt: DateTimeString=qdt:FormattedDateTimeType.DateTimeString
  qdt:FreightChargeTariffClassCodeContentType simple = $token
  qdt:FreightChargeTariffClassCodeListAgencyIDContentType simple = $token
  qdt:FreightChargeTariffClassCodeType {listID:token=5243 listAgencyID:qdt:FreightChargeTariffClassCodeListAgencyIDContentType=6
    listVersionID:token name:string} = $qdt:FreightChargeTariffClassCodeContentType
  qdt:FreightChargeTypeIDContentType simple = $token
  qdt:FreightChargeTypeIDSchemeAgencyIDContentType simple = $token
  qdt:FreightChargeTypeIDType {schemeID:token schemeAgencyID:qdt:FreightChargeTypeIDSchemeAgencyIDContentType schemeVersionID:token}
    = $qdt:FreightChargeTypeIDContentType
  qdt:GoodsTypeCodeContentType simple = $token
  qdt:GoodsTypeCodeType {listID:token=TDED+7357 listAgencyID:token=6 listVersionID:token name:string} =
    $qdt:GoodsTypeCodeContentType
  qdt:GoodsTypeExtensionCodeContentType simple = $token
  qdt:GoodsTypeExtensionCodeType {listID:token=TDED+7361 listAgencyID:token=6 listVersionID:token name:string} =
    $qdt:GoodsTypeExtensionCodeContentType
  qdt:LinearUnitMeasureType {unitCode:qdt:LinearUnitMeasureUnitCodeContentType unitCodeListVersionID:token} = $decimal
  qdt:LinearUnitMeasureUnitCodeContentType simple = $token minLength=1 maxLength=3
  qdt:LineStatusCodeContentType simple = $token
  qdt:LineStatusCodeListAgencyIDContentType simple = $token
  qdt:LineStatusCodeType {listID:token=1229_LineStatusCode listAgencyID:qdt:LineStatusCodeListAgencyIDContentType=6
    listVersionID:token listURI:anyURI} = $qdt:LineStatusCodeContentType
  qdt:LogisticsChargeCalculationBasisCodeContentType simple = $token
  qdt:LogisticsChargeCalculationBasisCodeType {listID:token=TDED+6131 listAgencyID:token=6 listVersionID:token name:string} =
    $qdt:LogisticsChargeCalculationBasisCodeContentType
  qdt:MessageFunctionCodeContentType simple = $token
  qdt:MessageFunctionCodeListAgencyIDContentType simple = $token
  qdt:MessageFunctionCodeType {listID:token=1225_MessageFunctionTypeCode
    listAgencyID:qdt:MessageFunctionCodeListAgencyIDContentType=6 listVersionID:token listURI:anyURI} =
    $qdt:MessageFunctionCodeContentType
  qdt:PackageTypeCodeContentType simple = $token
  qdt:PackageTypeCodeListAgencyIDContentType simple = $token
  qdt:PackageTypeCodeType {listID:token=7065 listAgencyID:qdt:PackageTypeCodeListAgencyIDContentType=6 listVersionID:token
    name:string} = $qdt:PackageTypeCodeContentType
  qdt:PackagingMarkingCodeContentType simple = $token
  qdt:PackagingMarkingCodeListAgencyIDContentType simple = $token
  qdt:PackagingMarkingCodeType {listID:token=7233_PackagingMarkingCode
    listAgencyID:qdt:PackagingMarkingCodeListAgencyIDContentType=6 listVersionID:token listURI:anyURI} =
    $qdt:PackagingMarkingCodeContentType
  qdt:PartyRoleCodeContentType simple = $token
  qdt:PartyRoleCodeListAgencyIDContentType simple = $token
  qdt:PartyRoleCodeType {listID:token=3035 listAgencyID:qdt:PartyRoleCodeListAgencyIDContentType=6 listVersionID:token name:string}
    = $qdt:PartyRoleCodeContentType
  qdt:PaymentGuaranteeMeansCodeContentType simple = $token
  qdt:PaymentGuaranteeMeansCodeListAgencyIDContentType simple = $token
  qdt:PaymentGuaranteeMeansCodeType {listID:token=4431 listAgencyID:qdt:PaymentGuaranteeMeansCodeListAgencyIDContentType=6
    listVersionID:token} = $qdt:PaymentGuaranteeMeansCodeContentType
  qdt:PaymentMeansChannelCodeContentType simple = $token
  qdt:PaymentMeansChannelCodeListAgencyIDContentType simple = $token
  qdt:PaymentMeansChannelCodeType {listID:token=4435 listAgencyID:qdt:PaymentMeansChannelCodeListAgencyIDContentType=6
    listVersionID:token name:string} = $qdt:PaymentMeansChannelCodeContentType
  qdt:PaymentMeansCodeContentType simple = $token
  qdt:PaymentMeansCodeListAgencyIDContentType simple = $token
  qdt:PaymentMeansCodeType {listID:token=4461 listAgencyID:qdt:PaymentMeansCodeListAgencyIDContentType=6 listVersionID:token} =
    $qdt:PaymentMeansCodeContentType
  qdt:PaymentTermsEventTimeReferenceCodeContentType simple = $token
  qdt:PaymentTermsEventTimeReferenceCodeListAgencyIDContentType simple = $token
  qdt:PaymentTermsEventTimeReferenceCodeType {listID:token=2475_Payment+Terms+Event
    listAgencyID:qdt:PaymentTermsEventTimeReferenceCodeListAgencyIDContentType=6 listVersionID:token} =
    $qdt:PaymentTermsEventTimeReferenceCodeContentType
  qdt:PaymentTermsIDContentType simple = $token
  qdt:PaymentTermsIDSchemeAgencyIDContentType simple = $token
  qdt:PaymentTermsIDType {schemeID:token schemeAgencyID:qdt:PaymentTermsIDSchemeAgencyIDContentType schemeVersionID:token} =
    $qdt:PaymentTermsIDContentType
  qdt:PaymentTermsTypeCodeContentType simple = $token
  qdt:PaymentTermsTypeCodeListAgencyIDContentType simple = $token
  qdt:PaymentTermsTypeCodeType {listID:token=4279 listAgencyID:qdt:PaymentTermsTypeCodeListAgencyIDContentType=6 listVersionID:token
    name:string} = $qdt:PaymentTermsTypeCodeContentType
  qdt:PriceTypeCodeContentType simple = $token
  qdt:PriceTypeCodeListAgencyIDContentType simple = $token
  qdt:PriceTypeCodeType {listID:token=5375 listAgencyID:qdt:PriceTypeCodeListAgencyIDContentType=6 listVersionID:token} =
    $qdt:PriceTypeCodeContentType
  qdt:ReferenceCodeContentType simple = $token
  qdt:ReferenceCodeListAgencyIDContentType simple = $token
  qdt:ReferenceCodeType {listID:token=1153_ReferenceTypeCode listAgencyID:qdt:ReferenceCodeListAgencyIDContentType=6
    listVersionID:token name:string} = $qdt:ReferenceCodeContentType
  qdt:TaxCategoryCodeContentType simple = $token
  qdt:TaxCategoryCodeListAgencyIDContentType simple = $token
  qdt:TaxCategoryCodeType {listID:token=5305 listAgencyID:qdt:TaxCategoryCodeListAgencyIDContentType=6 listVersionID:token
    listURI:anyURI} = $qdt:TaxCategoryCodeContentType
  qdt:TaxTypeCodeContentType simple = $token
  qdt:TaxTypeCodeListAgencyIDContentType simple = $token
  qdt:TaxTypeCodeType {listID:token=5153 listAgencyID:qdt:TaxTypeCodeListAgencyIDContentType=6 listVersionID:token listURI:anyURI} =
    $qdt:TaxTypeCodeContentType
  qdt:TimeReferenceCodeContentType simple = $token
  qdt:TimeReferenceCodeListAgencyIDContentType simple = $token
  qdt:TimeReferenceCodeType {listID:token=2475 listAgencyID:qdt:TimeReferenceCodeListAgencyIDContentType=6 listVersionID:token
    name:string} = $qdt:TimeReferenceCodeContentType
  qdt:TransportEquipmentCategoryCodeContentType simple = $token
  qdt:TransportEquipmentCategoryCodeListAgencyIDContentType simple = $token
  qdt:TransportEquipmentCategoryCodeType {listID:token=8053 listAgencyID:qdt:TransportEquipmentCategoryCodeListAgencyIDContentType=6
    listVersionID:token name:string} = $qdt:TransportEquipmentCategoryCodeContentType
  qdt:TransportEquipmentFullnessCodeContentType simple = $token
  qdt:TransportEquipmentFullnessCodeListAgencyIDContentType simple = $token
  qdt:TransportEquipmentFullnessCodeType {listID:token=8169 listAgencyID:qdt:TransportEquipmentFullnessCodeListAgencyIDContentType=6
    listVersionID:token name:string} = $qdt:TransportEquipmentFullnessCodeContentType
  qdt:TransportEquipmentSizeTypeCodeContentType simple = $token
  qdt:TransportEquipmentSizeTypeCodeListAgencyIDContentType simple = $token
  qdt:TransportEquipmentSizeTypeCodeType {listID:token=8155 listAgencyID:qdt:TransportEquipmentSizeTypeCodeListAgencyIDContentType=6
    listVersionID:token name:string} = $qdt:TransportEquipmentSizeTypeCodeContentType
  qdt:TransportMeansTypeCodeContentType simple = $token
  qdt:TransportMeansTypeCodeListAgencyIDContentType simple = $token
  qdt:TransportMeansTypeCodeType {listID:token=Recommendation+28 listAgencyID:qdt:TransportMeansTypeCodeListAgencyIDContentType=6
    listVersionID:token name:string} = $qdt:TransportMeansTypeCodeContentType
  qdt:TransportModeCodeContentType simple = $token
  qdt:TransportModeCodeListAgencyIDContentType simple = $token
  qdt:TransportModeCodeType {listID:token=Recommendation+19 listAgencyID:qdt:TransportModeCodeListAgencyIDContentType=6
    listVersionID:token name:string} = $qdt:TransportModeCodeContentType
  qdt:TransportMovementStageCodeContentType simple = $token
  qdt:TransportMovementStageCodeListAgencyIDContentType simple = $token
  qdt:TransportMovementStageCodeType {listID:token=8051 listAgencyID:qdt:TransportMovementStageCodeListAgencyIDContentType=6
    listVersionID:token name:string} = $qdt:TransportMovementStageCodeContentType
  qdt:VolumeUnitMeasureType {unitCode:qdt:VolumeUnitMeasureUnitCodeContentType unitCodeListVersionID:token} = $decimal
  qdt:VolumeUnitMeasureUnitCodeContentType simple = $token minLength=1 maxLength=3
  qdt:WeightUnitMeasureType {unitCode:qdt:WeightUnitMeasureUnitCodeContentType unitCodeListVersionID:token} = $decimal
  qdt:WeightUnitMeasureUnitCodeContentType simple = $token minLength=1 maxLength=3
  udt:DateTimeType.DateTimeString {format:string} = $string
  udt:DateType.DateString {format:string} = $string
  udt:IndicatorType.IndicatorString {format:string} = $string
  qdt:FormattedDateTimeType.DateTimeString {format:qdt:FormattedDateTimeFormatContentType} = $string`
