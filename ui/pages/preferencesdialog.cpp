#include "pages/preferencesdialog.h"

#include "pages/preferencepane.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

PreferencesDialog::PreferencesDialog(const QList<PreferencePane *> &panes, QWidget *parent)
    : QDialog(parent)
    , m_panes(panes)
    , m_names(new QListWidget)
    , m_stack(new QStackedWidget)
{
    setObjectName(u"preferencesDialog"_s);
    m_names->setObjectName(u"preferencePages"_s);
    m_names->setFrameShape(QFrame::NoFrame);
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setTabKeyNavigation(false);
    m_stack->setObjectName(u"preferenceStack"_s);
    for (PreferencePane *pane : panes) {
        m_names->addItem(pane->title());
        m_stack->addWidget(pane);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setObjectName(u"preferencesButtons"_s);

    auto *pages = new QHBoxLayout;
    pages->setSpacing(0);
    pages->addWidget(m_names);
    pages->addWidget(m_stack, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Space::Two, Space::One, Space::Two, Space::Two);
    foot->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(pages, 1);
    column->addLayout(foot);
    connect(m_names, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    m_names->setCurrentRow(0);
    retranslate();
}

void PreferencesDialog::retranslate()
{
    setWindowTitle(tr("Preferences"));
    m_names->setAccessibleName(tr("Pages"));
    int widest = 0;
    for (int i = 0; i < m_names->count(); ++i) {
        m_names->item(i)->setText(m_panes[i]->title());
        m_names->item(i)->setSizeHint({0, fontMetrics().height() + Space::Two});
        widest = std::max(widest, fontMetrics().horizontalAdvance(m_panes[i]->title()));
    }
    m_names->setFixedWidth(widest + 2 * Space::Three);
    const QSize usual(100 * fontMetrics().averageCharWidth(), 520);
    // Room for the title bar stays where the screen is small or much is scaled.
    resize(sizeHint().expandedTo(usual).boundedTo(screen()->availableSize() - QSize(0, 5 * Space::One)));
}

void PreferencesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

} // namespace swb::ui
