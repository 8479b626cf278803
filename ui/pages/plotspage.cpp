#include "pages/plotspage.h"

#include "models/plotmodel.h"
#include "widgets/plotview.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace swb::ui {

PlotsPage::PlotsPage(PlotModel *model, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_model(model)
    , m_view(new PlotView)
    , m_table(new QTableView)
{
    setObjectName(u"plotsPage"_s);
    setHandleWidth(1);
    setChildrenCollapsible(false);
    m_view->setModel(model);
    m_table->setObjectName(u"plotTable"_s);
    m_table->setModel(model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Space::Half);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->hide();
    addWidget(m_view);
    addWidget(m_table);
    setStretchFactor(0, 1);
    setFocusProxy(m_view);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &index) {
            if (m_table->hasFocus())
                m_view->setCurrentRow(index.row());
        });
    connect(m_view, &PlotView::currentRowChanged, this, [this](int row) {
        if (row >= 0 && m_table->isVisible() && !m_table->hasFocus())
            m_table->setCurrentIndex(m_model->index(row, 0));
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_table->isVisible() && m_view->isFollowing() && !m_table->hasFocus())
            m_table->scrollToBottom();
    });
    retranslate();
}

void PlotsPage::showTable(bool shown)
{
    m_table->setVisible(shown);
    if (!shown)
        return;
    m_table->resizeColumnsToContents();
    m_table->scrollToBottom();
    setSizes({width() / 2, width() / 2});
}

void PlotsPage::retranslate()
{
    m_table->setAccessibleName(tr("Values of the plots"));
}

void PlotsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QSplitter::changeEvent(event);
}

} // namespace swb::ui
