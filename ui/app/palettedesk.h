#pragma once

#include "pages/palettemodel.h"

#include <QObject>

class QMainWindow;
class QSettings;

namespace swb::ui {

class Actions;
class BenchModel;
class BenchTree;
class CommandPalette;
class PageStack;

/// Fills the command palette: with all that the menus offer, and with what is on the bench to go to.
class PaletteDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        QMainWindow *window;
        Actions *actions;
        BenchModel *bench;
        BenchTree *tree;
        PageStack *pages; ///< which has the bench
        QSettings *settings; ///< remember what was used last
    };
    explicit PaletteDesk(const Parts &parts);

    void open();

private:
    QList<PaletteEntry> commands() const;
    QList<PaletteEntry> placesOnBench() const;
    PaletteEntry placeOnBench(const QModelIndex &index) const;
    void remember(const QString &id);

    Parts m_parts;
    CommandPalette *m_palette;
};

} // namespace swb::ui
