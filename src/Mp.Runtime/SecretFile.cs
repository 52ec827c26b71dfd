using Microsoft.Win32.SafeHandles;

namespace Mp;

/// <summary>Files that hold what only their owner may know.</summary>
internal static class SecretFile
{
    /// <summary>Refuses a file that others than its owner can read or write.</summary>
    /// <exception cref="ArgumentException">They can; the message says how to mend it.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    public static void RefuseIfOthersCanRead(string path, string what)
    {
        using SafeFileHandle file = File.OpenHandle(path);
        RefuseIfOthersCanRead(file, path, what);
    }

    /// <inheritdoc cref="RefuseIfOthersCanRead(string, string)"/>
    public static void RefuseIfOthersCanRead(SafeFileHandle file, string path, string what)
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != UnixFileMode.None)
        {
            throw new ArgumentException(
                $"Others than its owner can read or write {what} in '{path}'. To mend that: chmod 600 '{path}'",
                nameof(path));
        }
    }
}
