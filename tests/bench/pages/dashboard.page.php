<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title><?= h('Dashboard') ?> – myQOPI</title>
<link rel="icon" type="image/svg+xml" href="/static/img/mark.svg">
<link rel="stylesheet" href="/static/bootstrap5/css/bootstrap.min.css">
<link rel="stylesheet" href="/static/css/site.css">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<div class="frame top-row">
<a class="brand" href="/"><img src="/static/img/mark.svg" width="30" height="30" alt=""><span>myQOPI</span></a>
<nav class="menu" aria-label="Main"><ul>
<?php foreach (['/dashboard' => 'Dashboard', '/practice' => 'Practice', '/reports' => 'Reports', '/measures' => 'Measures'] as $href => $title): ?>
<li><a href="<?= h($href) ?>"<?= $href === '/dashboard' ? ' aria-current="page"' : '' ?>><?= h($title) ?></a></li>
<?php endforeach ?>
</ul></nav>
<div class="who">
<a class="who-name" href="/account"><span class="visually-hidden">Your account: </span><?= h($account['name']) ?> <span class="who-practice"><?= h($practice['name']) ?></span></a>
<form method="post" action="/logout"><input type="hidden" name="_csrf" value="<?= h($csrf) ?>"><button class="btn btn-quiet" type="submit">Sign out</button></form>
</div>
</div>
</header>
<main id="main" class="frame" tabindex="-1">
<div class="page-head"><h1>Dashboard</h1><p class="lead"><?= h($practice['name']) ?></p></div>
<?php if ($next !== null): ?>
<section class="panel panel-next" aria-labelledby="next">
<p class="eyebrow">What to do next</p>
<h2 id="next">Abstract charts for <?= h($next['round']['name']) ?></h2>
<p><?= h($next['module']['complete']) ?> of <?= h($next['module']['required']) ?> <?= h($next['module']['module']) ?> charts done. The last day is <time datetime="<?= h($next['round']['closes']) ?>"><?= h(day($next['round']['closes'])) ?></time>.</p>
<a class="btn btn-primary" href="/rounds/<?= h($next['round']['id']) ?>/charts">Abstract charts</a>
</section>
<?php endif ?>
<section aria-labelledby="rounds">
<h2 id="rounds">Current and coming rounds</h2>
<?php foreach ($rounds as $round): ?>
<article class="panel" aria-labelledby="round-<?= h($round['id']) ?>">
<h3 id="round-<?= h($round['id']) ?>"><a href="/rounds/<?= h($round['id']) ?>"><?= h($round['name']) ?></a></h3>
<p><span class="status status-good"><svg class="shape shape-good" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><circle cx="8" cy="8" r="7"></circle><path class="shape-sign" d="M4.6 8.4l2.3 2.3 4.5-5"></path></svg><?= h(ucfirst($round['state'])) ?></span></p>
<dl class="facts">
<div><dt>Abstraction</dt><dd><time datetime="<?= h($round['opens']) ?>"><?= h(day($round['opens'])) ?></time> to <time datetime="<?= h($round['closes']) ?>"><?= h(day($round['closes'])) ?></time></dd></div>
<div><dt>Reports expected by</dt><dd><time datetime="<?= h($round['reports_expected']) ?>"><?= h(day($round['reports_expected'])) ?></time></dd></div>
<div><dt>Your sign-up</dt><dd><?= h($round['track'] ?? 'Possible from the first day on') ?></dd></div>
<?php foreach ($progress[$round['id']] ?? [] as $module): ?>
<div><dt><?= h($module['module']) ?></dt><dd><div class="progress-line"><progress class="meter" value="<?= h($module['complete']) ?>" max="<?= h($module['required']) ?>" aria-label="<?= h($module['module']) ?>"></progress><span class="figures"><?= h($module['complete']) ?> of <?= h($module['required']) ?></span></div></dd></div>
<?php endforeach ?>
</dl>
</article>
<?php endforeach ?>
</section>
<section aria-labelledby="reports">
<h2 id="reports">Performance reports</h2>
<div class="table-frame table-frame-stack"><table class="table data stack"><caption class="visually-hidden">Performance reports</caption>
<thead><tr><th scope="col">Round</th><th scope="col">Released</th><th scope="col" class="num">Charts</th></tr></thead>
<tbody>
<?php foreach ($reports as $report): ?>
<tr><th scope="row" data-label="Round"><a href="/reports/<?= h($report['id']) ?>"><?= h($report['round_name']) ?></a></th><td data-label="Released"><time datetime="<?= h($report['released_at']) ?>"><?= h(day($report['released_at'])) ?></time></td><td class="num" data-label="Charts"><?= h(number_format($report['charts'])) ?></td></tr>
<?php endforeach ?>
</tbody>
</table></div>
</section>
</main>
<footer class="bottom">
<div class="frame bottom-row">
<p><strong>myQOPI</strong> is the registry of the Quality Oncology Practice Initiative. No patient names, record numbers or contact data are asked for here.</p>
<ul>
<li><a href="/measures">Measures</a></li>
<li><a href="/interest">International Interest Survey</a></li>
<li><a href="mailto:qopi-help@myqopi.example">Help: qopi-help@myqopi.example</a></li>
</ul>
</div>
</footer>
</body>
</html>
