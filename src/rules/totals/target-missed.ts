import { verdictRule } from '../figure-faults.js';

/** A named target was missed. */
export const targetMissed = verdictRule({
  name: 'totals/target-missed',
  severity: 'warning',
  title: { zh: '未达目标', en: 'Target missed' },
  why: { zh: '所列指标没有达到指定的目标。', en: 'The indicator does not reach the target that was named.' },
  remedy: { zh: '先核实数字，再查找原因。', en: 'Verify the figure first, then look for the reason.' },
  message: {
    zh: '{community} {span} {figure} {printed}，目标 {equation}。',
    en: '{community} {span}: {figure} {printed}, target {equation}.',
  },
});
