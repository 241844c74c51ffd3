<?php
// A practice's dashboard as a PHP programmer writes it: the peer of ours. One persistent
// connection a worker, prepared statements, a query for each thing, a template at the end.
declare(strict_types=1);

const IDLE_MINUTES = 30;
const ABSOLUTE_MINUTES = 720;

function database(): PDO
{
    return new PDO('mysql:unix_socket=' . $_SERVER['DATABASE_SOCKET'] . ';dbname=myqopi;charset=utf8mb4', 'myqopi', '', [
        PDO::ATTR_PERSISTENT => true,
        PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
        PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_ASSOC,
        PDO::ATTR_EMULATE_PREPARES => false,
    ]);
}

function rows(PDO $db, string $sql, array $values): array
{
    $statement = $db->prepare($sql);
    $statement->execute($values);
    return $statement->fetchAll();
}

function row(PDO $db, string $sql, array $values): ?array
{
    return rows($db, $sql, $values)[0] ?? null;
}

function session(PDO $db): ?array
{
    $digest = sodium_crypto_generichash($_COOKIE['session'] ?? '');
    $session = row($db, 'SELECT account_id, seen_at FROM session
        WHERE digest = ? AND seen_at > ? AND created_at > ?', [
        $digest,
        gmdate('Y-m-d H:i:s', time() - IDLE_MINUTES * 60),
        gmdate('Y-m-d H:i:s', time() - ABSOLUTE_MINUTES * 60),
    ]);
    if ($session !== null && strtotime($session['seen_at'] . ' UTC') < time() - 60) {
        $db->prepare('UPDATE session SET seen_at = ? WHERE digest = ?')
            ->execute([gmdate('Y-m-d H:i:s'), $digest]);
    }
    return $session;
}

function progress(PDO $db, int $practice): array
{
    $progress = [];
    $all = rows($db, "SELECT e.round_id, em.module, em.required, COUNT(IF(c.state = 'complete', 1, NULL)) AS complete
        FROM entry e
        JOIN round r ON r.id = e.round_id AND r.state <> 'released'
        JOIN entry_module em ON em.entry_id = e.id AND em.practice_id = e.practice_id
        LEFT JOIN (chart c JOIN chart_module cm ON cm.chart_id = c.id)
          ON c.round_id = e.round_id AND c.practice_id = e.practice_id AND cm.module = em.module
        WHERE e.practice_id = ?
        GROUP BY e.round_id, em.module, em.required
        ORDER BY e.round_id, em.module <> 'CORE', em.module", [$practice]);
    foreach ($all as $one) {
        $progress[$one['round_id']][] = $one;
    }
    return $progress;
}

function next_step(array $rounds, array $progress): ?array
{
    foreach ($rounds as $round) {
        foreach ($progress[$round['id']] ?? [] as $module) {
            if ($round['state'] === 'open' && $module['complete'] < $module['required']) {
                return ['round' => $round, 'module' => $module];
            }
        }
    }
    return null;
}

function h(mixed $text): string
{
    return htmlspecialchars((string) $text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
}

function day(string $date): string
{
    return (new DateTimeImmutable($date))->format('F j, Y');
}

$db = database();
$session = session($db);
if ($session === null) {
    header('Location: /login', true, 303);
    exit;
}
$account = row($db, 'SELECT id, name, email FROM account WHERE id = ? AND closed_at IS NULL', [$session['account_id']]);
$practice = row($db, 'SELECT p.id, p.name, p.status, m.role FROM membership m JOIN practice p ON p.id = m.practice_id
    WHERE m.account_id = ? ORDER BY p.id LIMIT 1', [$account['id']]);
$rounds = rows($db, "SELECT r.id, r.name, r.state, r.opens, r.closes, r.reports_expected, e.track
    FROM round r
    LEFT JOIN entry e ON e.round_id = r.id AND e.practice_id = ?
    WHERE r.state IN ('planned', 'open') OR (r.state = 'closed' AND e.id IS NOT NULL)
    ORDER BY FIELD(r.state, 'open', 'planned', 'closed'), r.closes, r.id", [$practice['id']]);
$progress = progress($db, $practice['id']);
$reports = rows($db, "SELECT r.id, o.name AS round_name, r.charts, r.released_at
    FROM report r JOIN round o ON o.id = r.round_id
    WHERE r.practice_id = ? AND r.state = 'released' ORDER BY o.opens DESC", [$practice['id']]);
$next = next_step($rounds, $progress);
$csrf = bin2hex(hash_hmac('sha256', 'csrf', $_COOKIE['session'], true));

header('Cache-Control: no-store');
require __DIR__ . '/dashboard.page.php';
