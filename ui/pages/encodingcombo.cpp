#include "pages/encodingcombo.h"

#include "pages/meaningdelegate.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>

namespace swb::ui {

namespace {

constexpr int aliasesRole = Qt::UserRole; // shown behind the name
constexpr int searchRole = Qt::UserRole + 1; // the name and all aliases

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

void EncodingCombo::fill()
{
    const QList<codec::Encoding> &all = codec::Encoding::all();
    for (const codec::Encoding &encoding : all) {
        const QStringList aliases = encoding.aliases();
        addItem(encoding.name());
        const int row = count() - 1;
        setItemData(row, aliases.mid(0, 3).join(QStringLiteral(", ")), aliasesRole);
        setItemData(row, encoding.name() + QLatin1Char(' ') + aliases.join(QLatin1Char(' ')), searchRole);
    }
    insertSeparator(int(codec::Encoding::usualCount()));
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
