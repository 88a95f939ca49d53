import { count, type Indicator, rate, share } from './indicator.js';

/** Checks, cards, the population system, timeliness and fees. */
export const serviceIndicators: readonly Indicator[] = [
  count('persons_due 应录入人数', 'Persons due in the system', 'end'),
  count('persons_managed 已录入人数', 'Persons in the system', 'end'),
  count('checks_due 应查人数', 'Checks due', 'end', ['checks']),
  count('checks_done 实查人数', 'Checks done', 'end', ['checks', 'checked']),
  count('cards_due 应建卡人数', 'Cards due', 'end', ['cards']),
  count('cards_held 建卡人数', 'Cards held', 'end', ['cards', 'held']),
  count('registered_in_time 及时上报人数', 'Registered in time', 'flow'),
  count('registered 上报人数', 'Registered', 'flow'),
  count('fees_due 应征收金额', 'Fees due', 'flow', [], '元'),
  count('fees_collected 已征收金额', 'Fees collected', 'flow', [], '元'),
  share('check_rate 三查率', 'Check rate', 'checks_done / checks_due'),
  share('card_rate 建卡率', 'Card rate', 'cards_held / cards_due'),
  share('population_coverage 全员人口信息管理率', 'Population coverage', 'persons_managed / persons_due'),
  share('timely_rate 上报及时率', 'Timely rate', 'registered_in_time / registered'),
  rate('collection_rate 征收率', 'Collection rate', 'fees_collected / fees_due', '%'),
];
