import type { Visitor } from '#auth/visitor.ts';
import { checks } from '#checks/index.ts';
import { systemClock } from '#live/clock.ts';
import { type HealthLine, healthLine } from '#live/health-line.ts';
import type { NamedDelivery } from '#live/reading.ts';
import { describeHealth, isSystemAdmin, readHealth } from './health.ts';
import { type MetricsPanel, readMetricsPanel } from './metrics-panel.ts';
import type { Site } from './site.ts';
import { type RouteContext, visit } from './visit.ts';

const PATIENCE_MS = 1_700;

export type SystemHealth = {
  visitor: Visitor;
  line: Omit<HealthLine, 'since'>;
  summary: string;
  /** Empty for everybody but system admins. */
  health: NamedDelivery[];
  others: NamedDelivery[];
  metrics: MetricsPanel;
};

/** Everything the system health page shows to whoever asks. */
export async function readSystemHealth(context: RouteContext): Promise<SystemHealth> {
  const visited = await visit(context);
  const isAdmin = isSystemAdmin(visited.visitor);
  const [health, others, metrics] = await Promise.all([
    readHealth(visited.site, PATIENCE_MS),
    isAdmin ? readOthers(visited.site) : [],
    readMetricsPanel(visited),
  ]);
  const { since, ...line } = healthLine(health.deliveries, systemClock.now());
  return {
    visitor: visited.visitor,
    line,
    summary: describeHealth(line.status, since),
    health: isAdmin ? health.deliveries : [],
    others,
    metrics,
  };
}

async function readOthers(site: Site | null): Promise<NamedDelivery[]> {
  const names = Object.keys(checks).filter((name) => name !== 'database' && name !== 'storage');
  return (await site?.runner.askAll(names, PATIENCE_MS)) ?? [];
}
