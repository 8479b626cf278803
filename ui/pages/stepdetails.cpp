#include "pages/stepdetails.h"

#include "models/stepwords.h"
#include "pages/elidedlabel.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

QLabel *text(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

constexpr qsizetype MostCode = 300;

} // namespace

StepDetails::StepDetails(QWidget *parent)
    : QScrollArea(parent)
    , m_code(new ElidedLabel)
    , m_result(text(u"stepResult"_s))
    , m_caption(text(u"stepCaption"_s))
    , m_table(new QWidget)
{
    setObjectName(u"stepDetails"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // its texts are broken into lines instead
    setFocusPolicy(Qt::StrongFocus); // to scroll by keyboard
    auto *content = new QWidget;
    content->setObjectName(u"stepDetailsContent"_s);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Space::Two, Space::One, Space::Two, Space::One);
    column->setSpacing(Space::One);
    m_code->setObjectName(u"stepCode"_s);
    m_code->setFont(dataFont());
    m_table->setObjectName(u"stepFacts"_s);
    column->addWidget(m_code);
    column->addWidget(m_result);
    column->addWidget(m_caption);
    column->addWidget(m_table);
    column->addStretch(1);
    setWidget(content);
    retranslate();
}

void StepDetails::clear()
{
    m_isEmpty = true;
    m_table->hide();
    m_result->hide();
    m_code->hide();
    m_caption->setText(
        tr("Each button is one system call on a real socket. Make a socket on both sides, then "
           "bind, listen, connect and accept. Errors teach, too: try them."));
}

void StepDetails::showCall(const StepCall &call, CallLanguage language)
{
    m_isEmpty = false;
    const lens::PerformedCall &made = call.performed;
    m_code->setText(StepWords::line(made.call, made.socket, made.accepted, language).left(MostCode));
    m_code->setToolTip(m_code->text().toHtmlEscaped());
    m_result->setText(StepWords::result(made));
    const bool bad = made.outcome.isOver() && made.outcome.error != 0 && !made.outcome.givenUp;
    const Theme theme = Theme::of(palette());
    QPalette tinted = palette();
    if (bad || !made.outcome.isOver())
        tinted.setColor(QPalette::WindowText, bad ? theme.error : theme.warning);
    m_result->setPalette(tinted);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_result->setFont(strong);
    m_caption->setText(StepWords::caption(call));
    m_code->show();
    m_result->show();
    showFacts(call);
}

void StepDetails::showFacts(const StepCall &call)
{
    qDeleteAll(m_table->findChildren<QLabel *>(Qt::FindDirectChildrenOnly));
    delete m_grid;
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(Space::Two);
    m_grid->setVerticalSpacing(Space::Half);
    m_grid->setColumnStretch(0, 1);
    const QList<StepWords::FactLine> lines = StepWords::facts(call.before, call.after);
    m_table->setVisible(!lines.isEmpty());
    if (lines.isEmpty())
        return;
    addCell(0, 0, tr("Kernel"), false, true);
    addCell(0, 1, tr("Before"), false, true);
    addCell(0, 2, call.performed.isWaiting() ? tr("Now") : tr("After"), false, true);
    for (int row = 0; row < lines.size(); ++row) {
        const auto &[name, before, after] = lines[row];
        const QString none = u"–"_s;
        addCell(row + 1, 0, name, false, false);
        addCell(row + 1, 1, before.isEmpty() ? none : before, false, true);
        addCell(row + 1, 2, after.isEmpty() ? none : after, before != after, before == after);
    }
}

void StepDetails::addCell(int row, int column, const QString &words, bool strong, bool faint)
{
    auto *label = new QLabel(words);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(column == 0);
    if (faint)
        label->setForegroundRole(QPalette::PlaceholderText);
    if (strong) {
        QFont heavy = font();
        heavy.setWeight(QFont::DemiBold);
        label->setFont(heavy);
    }
    m_grid->addWidget(label, row, column);
}

void StepDetails::retranslate()
{
    setAccessibleName(tr("What happened"));
    if (m_isEmpty)
        clear();
}

void StepDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        m_code->setFont(dataFont());
    QScrollArea::changeEvent(event);
}

} // namespace swb::ui
