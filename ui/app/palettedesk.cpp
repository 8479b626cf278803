#include "app/palettedesk.h"

#include "app/actions.h"
#include "models/benchmodel.h"
#include "pages/benchtree.h"
#include "pages/commandpalette.h"
#include "pages/labeltext.h"
#include "pages/menucommands.h"
#include "pages/pagestack.h"

#include <QMainWindow>
#include <QMenuBar>
#include <QPointer>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr auto usedKey = "palette/used"_L1;
constexpr qsizetype mostRemembered = 20;
constexpr int mostConnections = 10'000; ///< of all; who has more finds them in the tree

} // namespace

PaletteDesk::PaletteDesk(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
    , m_palette(new CommandPalette(parts.window))
{
    connect((*parts.actions)[Command::CommandPalette], &QAction::triggered, this, &PaletteDesk::open);
    connect(m_palette, &CommandPalette::used, this, &PaletteDesk::remember);
}

void PaletteDesk::open()
{
    m_palette->open(commands() + placesOnBench(), m_parts.settings->value(usedKey).toStringList());
}

QList<PaletteEntry> PaletteDesk::commands() const
{
    QList<PaletteEntry> entries;
    for (const MenuCommand &command : menuCommands(*m_parts.window->menuBar())) {
        QAction *action = command.action;
        if (action == (*m_parts.actions)[Command::CommandPalette] || !action->isVisible())
            continue;
        PaletteEntry entry;
        entry.id = action->objectName();
        entry.text = labelText(action->text());
        entry.place = command.path.join(u" › "_s);
        entry.otherWords = command.englishWords;
        entry.keys = action->shortcuts();
        entry.enabled = action->isEnabled();
        entry.run = [guarded = QPointer(action)] {
            if (guarded)
                guarded->trigger();
        };
        entries.append(entry);
    }
    return entries;
}

QList<PaletteEntry> PaletteDesk::placesOnBench() const
{
    QList<PaletteEntry> entries;
    int connections = 0;
    const BenchModel &bench = *m_parts.bench;
    for (int row = 0; row < bench.rowCount(); ++row) {
        const QModelIndex group = bench.index(row, 0);
        entries.append(placeOnBench(group));
        for (int i = 0; i < bench.rowCount(group) && connections < mostConnections; ++i, ++connections)
            entries.append(placeOnBench(bench.index(i, 0, group)));
    }
    return entries;
}

PaletteEntry PaletteDesk::placeOnBench(const QModelIndex &index) const
{
    const auto column = [&](BenchModel::Column which) {
        return index.siblingAtColumn(int(which)).data().toString();
    };
    PaletteEntry entry;
    entry.text = tr("Go to %1")
                     .arg(QStringList{column(BenchModel::Column::Name), column(BenchModel::Column::Peer)}
                              .join(u' ')
                              .trimmed());
    entry.place = index.parent().isValid() ? index.parent().data().toString() : tr("Bench");
    entry.otherWords = u"go to "_s + column(BenchModel::Column::Name);
    entry.onlyWhenAsked = true;
    entry.run = [tree = QPointer(m_parts.tree), pages = m_parts.pages,
                    target = m_parts.bench->targetAt(index)] {
        if (!tree)
            return;
        pages->showBench();
        tree->select(target);
        tree->setFocus(Qt::OtherFocusReason);
    };
    return entry;
}

void PaletteDesk::remember(const QString &id)
{
    QStringList used = m_parts.settings->value(usedKey).toStringList();
    used.removeAll(id);
    used.prepend(id);
    m_parts.settings->setValue(usedKey, used.mid(0, mostRemembered));
}

} // namespace swb::ui
