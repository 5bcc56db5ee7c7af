// Types of the boundary rules, for the test that reads them.
import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser'
declare const configuration: { forbidden: IForbiddenRuleType[]; options: ICruiseOptions }
export default configuration
