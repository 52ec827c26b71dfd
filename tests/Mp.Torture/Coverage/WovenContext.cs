using System.Reflection;
using System.Runtime.Loader;

namespace Mp.Torture.Coverage;

/// <summary>Loads a woven assembly, and with it its own copy of all of ours that use it.</summary>
/// <param name="woven">The assembly.</param>
/// <param name="folder">Where the others are.</param>
internal sealed class WovenContext(WovenAssembly woven, string folder) : AssemblyLoadContext("woven")
{
    /// <summary>Calls a static method within: of the same name and type as one that is known outside.</summary>
    /// <param name="type">The type, outside.</param>
    /// <param name="method">The method.</param>
    /// <param name="arguments">What it is given: types of the framework only, which are the same within.</param>
    public T Call<T>(Type type, string method, params object[] arguments)
    {
        Type inner = LoadFromAssemblyName(type.Assembly.GetName()).GetType(type.FullName!, throwOnError: true)!;
        const BindingFlags Flags = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public
            | BindingFlags.DoNotWrapExceptions;
        return (T)inner.GetMethod(method, Flags)!.Invoke(null, Flags, null, arguments, null)!;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        if (name == woven.Name)
        {
            using var image = new MemoryStream(woven.Image);
            return LoadFromStream(image);
        }

        string path = Path.Combine(folder, name + ".dll");
        return name.StartsWith("Mp.", StringComparison.Ordinal) && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
