import { count, type Indicator, rate } from './indicator.js';

/** Checks, cards, the population system, timeliness and fees. */
export const services: readonly Indicator[] = [
  count('persons_due 应录入人数', 'Persons due in the system', 'end'),
  count('persons_managed 已录入人数', 'Persons in the system', 'end'),
  count('checks_due 应查人数', 'Checks due', 'end', { facts: 'checks' }),
  count('checks_done 实查人数', 'Checks done', 'end', { facts: 'checks', where: 'checked' }),
  count('cards_due 应建卡人数', 'Cards due', 'end', { facts: 'cards' }),
  count('cards_held 建卡人数', 'Cards held', 'end', { facts: 'cards', where: 'held' }),
  count('registered_in_time 及时上报人数', 'Registered in time', 'flow'),
  count('registered 上报人数', 'Registered', 'flow'),
  count('fees_due 应征收金额', 'Fees due', 'flow', undefined, '元'),
  count('fees_collected 已征收金额', 'Fees collected', 'flow', undefined, '元'),
  rate('check_rate 三查率', 'Check rate', 'checks_done / checks_due', '%', { share: true }),
  rate('card_rate 建卡率', 'Card rate', 'cards_held / cards_due', '%', { share: true }),
  rate(
    'population_coverage 全员人口信息管理率',
    'Population coverage',
    'persons_managed / persons_due',
    '%',
    { share: true },
  ),
  rate('timely_rate 上报及时率', 'Timely rate', 'registered_in_time / registered', '%', { share: true }),
  rate('collection_rate 征收率', 'Collection rate', 'fees_collected / fees_due', '%'),
];
