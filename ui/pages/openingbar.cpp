#include "pages/openingbar.h"

#include "pages/elidedlabel.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr int steps = 1000;
constexpr int LeastProgressWidth = 6 * Space::One;
constexpr int WidestName = 40 * Space::One;
constexpr int ProgressWidth = 20 * Space::One;

} // namespace

OpeningBar::OpeningBar(const QString &fileName, QWidget *parent)
    : QWidget(parent)
    , m_fileName(fileName)
    , m_name(new ElidedLabel)
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton)
{
    setObjectName(u"openingBar"_s);
    m_name->setObjectName(u"openingName"_s);
    m_name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_name->setElideMode(Qt::ElideMiddle);
    m_name->setMaximumWidth(WidestName);
    m_progress->setObjectName(u"openingProgress"_s);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(Space::One);
    m_progress->setMinimumWidth(LeastProgressWidth);
    m_progress->setMaximumWidth(ProgressWidth);
    m_cancel->setObjectName(u"cancelOpening"_s);
    m_cancel->setFlat(true);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(Space::One, 0, Space::One, 0);
    line->setSpacing(Space::One);
    line->addWidget(m_name);
    line->addWidget(m_progress);
    line->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &OpeningBar::cancelRequested);
    retranslate();
}

void OpeningBar::setProgress(quint64 done, quint64 total)
{
    m_progress->setRange(0, total > 0 ? steps : 0);
    if (total > 0)
        m_progress->setValue(int(double(qMin(done, total)) / double(total) * steps));
}

void OpeningBar::retranslate()
{
    m_name->setText(tr("Reading %1").arg(m_fileName));
    m_name->setToolTip(m_fileName);
    m_progress->setAccessibleName(tr("Reading %1").arg(m_fileName));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Stop reading %1").arg(m_fileName));
}

void OpeningBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace swb::ui
