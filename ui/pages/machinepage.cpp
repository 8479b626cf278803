#include "pages/machinepage.h"

#include "models/machinemodel.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr int mostLines = 500; ///< of ping's output
constexpr int longestHost = 255; ///< RFC 1035, section 2.3.4

QLabel *plainLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// Rows with room between them; groups stand out.
class MachineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + Space::Two, std::max(option.fontMetrics.height() + Space::Half, Space::Three)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!index.parent().isValid())
            option->font.setWeight(QFont::DemiBold);
    }
};

} // namespace

MachinePage::MachinePage(MachineModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_readAgain(new QPushButton)
    , m_tree(new QTreeView)
    , m_meaning(plainLabel(u"machineMeaning"_s))
    , m_hostLabel(plainLabel(u"machineHostLabel"_s))
    , m_host(new QLineEdit)
    , m_lookUp(new QPushButton)
    , m_ping(new QPushButton)
    , m_stop(new QPushButton)
    , m_pingHint(plainLabel(u"machinePingHint"_s))
    , m_answer(plainLabel(u"machineAnswer"_s))
    , m_output(new QPlainTextEdit)
{
    setObjectName(u"machinePage"_s);
    m_readAgain->setObjectName(u"machineReadAgain"_s);
    m_tree->setObjectName(u"machineTree"_s);
    m_tree->setModel(model);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setMinimumHeight(5 * Space::One);
    m_tree->setHeaderHidden(true);
    m_tree->setItemDelegate(new MachineDelegate(m_tree));
    m_host->setObjectName(u"machineHost"_s);
    m_host->setMaxLength(longestHost);
    m_host->setText(u"localhost"_s);
    m_host->setMaximumWidth(48 * Space::One);
    m_hostLabel->setWordWrap(false);
    m_hostLabel->setBuddy(m_host);
    m_lookUp->setObjectName(u"machineLookUp"_s);
    m_ping->setObjectName(u"machinePing"_s);
    m_stop->setObjectName(u"machineStop"_s);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_answer->hide();
    m_output->setObjectName(u"machineOutput"_s);
    m_output->setReadOnly(true);
    m_output->setMaximumBlockCount(mostLines);
    m_output->setFont(dataFont());
    m_output->setMinimumHeight(8 * Space::One);
    m_output->hide();
    layOut();
    wire();
    retranslate();
    takeModel();
    setFocusProxy(m_tree);
}

void MachinePage::layOut()
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Space::Two, 0, Space::Two, 0);
    line->setSpacing(Space::One);
    line->addWidget(m_hostLabel);
    line->addWidget(m_host, 1);
    line->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(Space::Two, 0, Space::Two, 0);
    buttons->setSpacing(Space::One);
    for (QPushButton *button : {m_lookUp, m_ping, m_stop})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, Space::One);
    column->setSpacing(Space::One);
    m_meaning->setContentsMargins(Space::Two, 0, Space::Two, 0);
    m_pingHint->setContentsMargins(Space::Two, 0, Space::Two, 0);
    m_answer->setContentsMargins(Space::Two, 0, Space::Two, 0);
    column->addWidget(m_tree, 3);
    column->addWidget(m_meaning);
    column->addLayout(line);
    column->addLayout(buttons);
    column->addWidget(m_pingHint);
    column->addWidget(m_answer);
    column->addWidget(m_output, 2);
}

void MachinePage::wire()
{
    connect(m_readAgain, &QPushButton::clicked, this, &MachinePage::readAgainRequested);
    connect(m_lookUp, &QPushButton::clicked, this, &MachinePage::lookUpRequested);
    connect(m_ping, &QPushButton::clicked, this, &MachinePage::pingRequested);
    connect(m_stop, &QPushButton::clicked, this, &MachinePage::stopRequested);
    connect(m_host, &QLineEdit::returnPressed, m_lookUp, &QPushButton::click);
    connect(m_host, &QLineEdit::textChanged, this, &MachinePage::updateButtons);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &MachinePage::showMeaning);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MachinePage::takeModel);
}

void MachinePage::takeModel()
{
    m_tree->expandAll();
    m_tree->resizeColumnToContents(int(MachineModel::Column::Name));
    m_tree->setCurrentIndex(m_model->index(0, 0));
    showMeaning();
}

void MachinePage::showMeaning()
{
    m_meaning->setText(m_tree->currentIndex().data(Qt::ToolTipRole).toString());
}

QString MachinePage::host() const
{
    return m_host->text().trimmed();
}

void MachinePage::showAnswer(const QString &text)
{
    m_answer->setText(text);
    m_answer->setVisible(!text.isEmpty());
}

void MachinePage::setPingable(const QString &why)
{
    m_whyNoPing = why;
    retranslate();
    updateButtons();
}

void MachinePage::setPinging(bool running)
{
    m_isPinging = running;
    updateButtons();
}

void MachinePage::updateButtons()
{
    m_lookUp->setEnabled(!host().isEmpty());
    m_ping->setEnabled(!host().isEmpty() && !m_isPinging && m_whyNoPing.isEmpty());
    m_stop->setEnabled(m_isPinging);
}

void MachinePage::clearOutput()
{
    m_output->clear();
    m_output->show();
}

void MachinePage::appendOutput(const QString &text)
{
    m_output->moveCursor(QTextCursor::End);
    m_output->insertPlainText(text);
    m_output->moveCursor(QTextCursor::End);
}

void MachinePage::retranslate()
{
    setWindowTitle(tr("My machine"));
    m_readAgain->setText(tr("Read &again"));
    m_tree->setAccessibleName(tr("What this computer has"));
    m_meaning->setAccessibleName(tr("What it means"));
    m_hostLabel->setText(tr("Na&me or address"));
    m_host->setAccessibleName(tr("Name or address"));
    m_lookUp->setText(tr("Look &up"));
    m_lookUp->setToolTip(
        tr("Asks this system for the addresses of a name. There may be several, IPv4 and IPv6"));
    m_ping->setText(tr("&Ping"));
    m_ping->setToolTip(tr("Sends four echo requests (ICMP) by the system's own ping"));
    m_pingHint->setText(m_whyNoPing.isEmpty()
            ? tr("No answer does not mean that nobody is there: many computers and routers filter ping.")
            : m_whyNoPing);
    m_stop->setText(tr("&Stop"));
    m_answer->setAccessibleName(tr("Answer"));
    m_output->setAccessibleName(tr("Output of ping"));
}

void MachinePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace swb::ui
