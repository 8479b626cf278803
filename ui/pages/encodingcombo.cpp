#include "pages/encodingcombo.h"

#include "bench/sentences.h"
#include "pages/meaningdelegate.h"

#include <QAbstractItemView>
#include <QCollator>
#include <QCompleter>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>

#include <algorithm>

namespace swb::ui {

namespace {

constexpr int aliasesRole = Qt::UserRole; // shown behind the name
constexpr int searchRole = Qt::UserRole + 1; // the name and all aliases

/// The name of a conversion table: "ibm-943_P15A-2003", "windows-936-2000".
bool isTable(const QString &name)
{
    static const QRegularExpression table(QStringLiteral("^(ibm|macos)-\\d|,|-(19|20)\\d\\d$"));
    return name.contains(table);
}

/// Names that nobody says: "csShiftJIS", "iso-ir-101", "1383".
bool isRegistryName(const QString &name)
{
    static const QRegularExpression registry(QStringLiteral("^cs[A-Z]|^iso-ir-|^\\d+$|:"));
    return name.contains(registry);
}

/// Searches names and aliases, and puts the name into the box.
class EncodingCompleter : public QCompleter
{
public:
    explicit EncodingCompleter(QAbstractItemModel *model, QObject *parent)
        : QCompleter(model, parent)
    {
        setCompletionRole(searchRole);
        setFilterMode(Qt::MatchContains);
        setCaseSensitivity(Qt::CaseInsensitive);
        setMaxVisibleItems(12);
    }
    QString pathFromIndex(const QModelIndex &index) const override
    {
        return index.data(Qt::DisplayRole).toString();
    }
};

} // namespace

EncodingCombo::EncodingCombo(QWidget *parent)
    : FieldCombo(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(16);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    fill();
    setItemDelegate(new MeaningDelegate(aliasesRole, this));
    view()->setMinimumWidth(420);
    view()->setTextElideMode(Qt::ElideRight);

    auto *completer = new EncodingCompleter(model(), this);
    setCompleter(completer);
    completer->popup()->setItemDelegate(new MeaningDelegate(aliasesRole, completer));
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, [this] { settle(); });
    connect(this, &QComboBox::activated, this, &EncodingCombo::settle);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &EncodingCombo::settle);
    setEncodingName(codec::Encoding().name());
}

/// The usual ones, then those with a name by some standard, then those that only IBM's tables tell apart.
void EncodingCombo::fill()
{
    QList<codec::Encoding> rest = codec::Encoding::all();
    const QList<codec::Encoding> usual = rest.mid(0, codec::Encoding::usualCount());
    rest.remove(0, usual.size());
    const auto tables = std::stable_partition(
        rest.begin(), rest.end(), [](const codec::Encoding &encoding) { return !isTable(encoding.name()); });
    QCollator order(QLocale::c());
    order.setNumericMode(true);
    const auto before = [&order](const codec::Encoding &a, const codec::Encoding &b) {
        return order.compare(a.name(), b.name()) < 0;
    };
    std::sort(rest.begin(), tables, before);
    std::sort(tables, rest.end(), before);
    std::ranges::for_each(usual, [this](const auto &encoding) { add(encoding); });
    insertSeparator(count());
    std::for_each(rest.begin(), tables, [this](const auto &encoding) { add(encoding); });
    insertSeparator(count());
    std::for_each(tables, rest.end(), [this](const auto &encoding) { add(encoding); });
}

void EncodingCombo::add(const codec::Encoding &encoding)
{
    const QStringList aliases = encoding.aliases();
    addItem(encoding.name());
    QStringList telling = aliases;
    telling.removeIf([](const QString &alias) { return isTable(alias) || isRegistryName(alias); });
    setItemData(count() - 1, bench::Sentences::list(telling.mid(0, 3)), aliasesRole);
    setItemData(count() - 1, encoding.name() + QLatin1Char(' ') + aliases.join(QLatin1Char(' ')), searchRole);
}

std::optional<codec::Encoding> EncodingCombo::encoding() const
{
    return codec::Encoding::find(currentText().trimmed());
}

QString EncodingCombo::encodingName() const
{
    const auto known = encoding();
    return known ? known->name() : currentText().trimmed();
}

void EncodingCombo::setEncodingName(const QString &name)
{
    if (name == m_settled && currentText() == name)
        return;
    const QSignalBlocker blocker(this);
    m_settled = name;
    setCurrentIndex(findText(name, Qt::MatchFixedString));
    setEditText(name);
    lineEdit()->setCursorPosition(0);
}

void EncodingCombo::settle()
{
    const auto known = encoding();
    if (!known && m_revertsUnknown)
        setEditText(m_settled);
    if (!known || known->name() == m_settled)
        return;
    setEncodingName(known->name());
    emit encodingChosen(*known);
}

} // namespace swb::ui
