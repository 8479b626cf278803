#include "pages/shortcutspane.h"

#include "pages/fieldnote.h"
#include "pages/keyfield.h"
#include "pages/labeltext.h"
#include "pages/meaningdelegate.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

const ShortcutItem *holderOf(const QKeySequence &keys, const QList<ShortcutItem> &items)
{
    const auto it =
        std::ranges::find_if(items, [&](const ShortcutItem &item) { return item.keys.contains(keys); });
    return it == items.cend() ? nullptr : &*it;
}

} // namespace

ShortcutsPane::ShortcutsPane(QWidget *parent)
    : PreferencePane(u"shortcutsPane"_s, parent)
    , m_filter(new QLineEdit)
    , m_list(new QTreeView)
    , m_keysLabel(new QLabel)
    , m_keys(new KeyField)
    , m_takeOver(new QPushButton)
    , m_reset(new QPushButton)
    , m_note(new FieldNote)
{
    setUpList();
    setUpEditor();
    layOut();
    retranslate();
    showCurrent();
}

void ShortcutsPane::setUpList()
{
    m_filter->setObjectName(u"shortcutFilter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filtered.setSourceModel(&m_model);
    m_filtered.setFilterRole(ShortcutModel::searchRole);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setObjectName(u"shortcutList"_s);
    m_list->setModel(&m_filtered);
    m_list->setItemDelegateForColumn(0, new MeaningDelegate(ShortcutModel::placeRole, m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTabKeyNavigation(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered.setFilterFixedString(text.trimmed());
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_filtered.index(0, 0));
    });
    connect(
        m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ShortcutsPane::showCurrent);
    connect(m_list, &QAbstractItemView::activated, this, [this] { m_keys->setFocus(Qt::OtherFocusReason); });
}

void ShortcutsPane::setUpEditor()
{
    m_keysLabel->setObjectName(u"shortcutKeysLabel"_s);
    m_keysLabel->setBuddy(m_keys);
    m_keys->setObjectName(u"shortcutKeys"_s);
    m_note->setObjectName(u"shortcutNote"_s);
    m_note->setReservedLines(2);
    m_note->setField(m_keys);
    m_takeOver->setObjectName(u"takeShortcutOver"_s);
    m_takeOver->setAutoDefault(false);
    m_reset->setObjectName(u"resetShortcut"_s);
    m_reset->setAutoDefault(false);
    connect(m_keys, &KeyField::pressed, this, &ShortcutsPane::offer);
    connect(m_keys, &KeyField::refused, this, [this](const QKeySequence &keys) {
        setWanted({},
            tr("“%1” alone is for typing; press it together with Ctrl or Alt")
                .arg(keys.toString(QKeySequence::NativeText)));
    });
    connect(m_takeOver, &QPushButton::clicked, this, &ShortcutsPane::takeOver);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (const ShortcutItem *item = current())
            emit resetRequested(item->id);
    });
}

void ShortcutsPane::layOut()
{
    auto *whole = new QWidget;
    whole->setObjectName(u"shortcutEditor"_s);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins({});
    column->setSpacing(Space::One);
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::One);
    line->addWidget(m_keysLabel);
    line->addWidget(m_keys, 1);
    line->addWidget(m_takeOver);
    line->addWidget(m_reset);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addLayout(line);
    column->addWidget(m_note);
    addWide(whole);
}

void ShortcutsPane::show(const QList<ShortcutItem> &items, const QList<ShortcutItem> &fixedKeys)
{
    m_fixedKeys = fixedKeys;
    m_model.setItems(items);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_filtered.index(0, 0));
    showCurrent();
}

const ShortcutItem *ShortcutsPane::current() const
{
    const QModelIndex index = m_filtered.mapToSource(m_list->currentIndex());
    return index.isValid() ? &m_model.item(index.row()) : nullptr;
}

void ShortcutsPane::showCurrent()
{
    const ShortcutItem *item = current();
    m_keys->setEnabled(item);
    m_reset->setEnabled(item && !item->isUsual());
    m_keys->setKeys(item ? item->keys : QList<QKeySequence>());
    m_wanted = {};
    m_takeOver->setVisible(false);
    m_note->setMistake({});
}

/// What was pressed becomes the command's at once, unless somebody has it.
void ShortcutsPane::offer(const QKeySequence &keys)
{
    const ShortcutItem *item = current();
    if (!item)
        return;
    if (keys.isEmpty()) {
        emit keysChosen(item->id, {});
        return;
    }
    QList<ShortcutItem> others;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.item(row).id != item->id)
            others.append(m_model.item(row));
    }
    const QString text = keys.toString(QKeySequence::NativeText);
    if (const ShortcutItem *fixed = holderOf(keys, m_fixedKeys))
        setWanted({}, tr("%1 is “%2” and cannot be changed; press others").arg(text, fixed->text));
    else if (const ShortcutItem *holder = holderOf(keys, others))
        setWanted(keys, tr("%1 is already “%2”").arg(text, holder->text));
    else
        emit keysChosen(item->id, {keys});
}

void ShortcutsPane::setWanted(const QKeySequence &keys, const QString &problem)
{
    m_wanted = keys;
    if (!keys.isEmpty())
        m_keys->setKeys({keys});
    m_takeOver->setVisible(!keys.isEmpty());
    m_note->setMistake(problem);
}

void ShortcutsPane::takeOver()
{
    const ShortcutItem *item = current();
    if (!item || m_wanted.isEmpty())
        return;
    m_keys->setFocus(Qt::OtherFocusReason); // the button goes
    emit keysChosen(item->id, {m_wanted});
}

void ShortcutsPane::retranslate()
{
    PreferencePane::retranslate();
    m_filter->setPlaceholderText(tr("Filter by command or keys"));
    m_filter->setAccessibleName(tr("Filter"));
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_keysLabel->setText(tr("&Keys"));
    m_keys->setAccessibleName(labelText(m_keysLabel->text()));
    m_takeOver->setText(tr("Take them &over"));
    m_reset->setText(tr("&Reset"));
    m_reset->setAccessibleName(tr("Reset the keys of this command"));
    m_note->setMeaning(
        tr("Press the keys that should lead to the chosen command. Backspace takes them away."));
    defaultsButton()->setText(tr("Restore &defaults of all"));
}

} // namespace swb::ui
