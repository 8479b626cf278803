#pragma once

#include <QObject>

class QMenu;

namespace swb::ui {

class Appearance;

/// The menus in which theme and language are chosen.
class AppearanceMenus : public QObject
{
    Q_OBJECT

public:
    /// Adds them to `menu`, which owns them. `appearance` is not owned and must outlive this.
    AppearanceMenus(QMenu *menu, Appearance *appearance, QObject *parent = nullptr);

    void retranslate();

private:
    void fillThemes();
    void fillLanguages();

    Appearance *m_appearance;
    QMenu *m_themes;
    QMenu *m_languages;
};

} // namespace swb::ui
