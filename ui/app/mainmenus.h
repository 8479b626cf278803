#pragma once

#include "app/actions.h"

#include <QObject>

#include <initializer_list>
#include <optional>

class QMenu;
class QMenuBar;

namespace swb::ui {

class Appearance;
class AppearanceMenus;

/// The menu bar: which command stands where.
class MainMenus : public QObject
{
    Q_OBJECT

public:
    /// The bar owns the menus; nothing else is owned, and all must outlive this.
    MainMenus(QMenuBar *bar, Actions *actions, Appearance *appearance, QObject *parent = nullptr);

    QMenu *file() const { return m_menus.front().menu; }
    QMenu *edit() const { return m_edit; }
    QMenu *examples() const { return m_examples; } ///< empty, for who knows the examples
    void retranslate();

private:
    /// A separator where there is no command.
    using Entries = std::initializer_list<std::optional<Command>>;
    struct Titled
    {
        QMenu *menu;
        const char *title; ///< marked for translation
    };
    /// `above` is the bar or a menu.
    template <class Above>
    QMenu *add(Above *above, const char *objectName, const char *title, Entries entries);

    Actions *m_actions;
    QList<Titled> m_menus;
    QMenu *m_edit = nullptr;
    QMenu *m_examples = nullptr;
    AppearanceMenus *m_appearanceMenus = nullptr;
};

} // namespace swb::ui
